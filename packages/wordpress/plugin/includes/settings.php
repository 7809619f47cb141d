<?php
/** The terms page, which is the editor's page inside WordPress, and the few settings that are WordPress's own. */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

const TERMS_PAGE    = 'maths-hubs-terms';
const SETTINGS_PAGE = 'maths-hubs-settings';

/**
 * The settings, each in its bounds: as they are kept, or as they were sent.
 *
 * @return array{notify: string, months: int, remove: string}
 */
function options( ?array $sent = null ): array {
	$given = $sent ?? (array) get_option( 'maths_hubs', array() );
	return array(
		'notify' => sanitize_email( $given['notify'] ?? '' ),
		'months' => max( 0, min( 120, (int) ( $given['months'] ?? 24 ) ) ),
		'remove' => in_array( $given['remove'] ?? '', array( 'keep', 'erase' ), true ) ? $given['remove'] : '',
	);
}

add_action( 'admin_menu', function () {
	$title = __( 'Terms', 'maths-hubs' );
	add_submenu_page( INBOX, $title, $title, EDIT_TERMS, TERMS_PAGE, __NAMESPACE__ . '\terms_page' );
	if ( ! current_user_can( READ_APPLICATIONS ) ) {
		add_menu_page( $title, __( 'Maths Hub', 'maths-hubs' ), EDIT_TERMS, TERMS_PAGE, __NAMESPACE__ . '\terms_page', 'dashicons-welcome-learn-more', 26 );
	}
	$title = __( 'Settings', 'maths-hubs' );
	add_submenu_page( INBOX, $title, $title, 'manage_options', SETTINGS_PAGE, __NAMESPACE__ . '\settings_page' );
}, 20 );

add_action( 'admin_enqueue_scripts', function ( $hook ) {
	if ( false === strpos( (string) $hook, TERMS_PAGE ) ) {
		return;
	}
	$assets = generated( 'assets' );
	wp_enqueue_script( 'maths-hubs-terms', plugins_url( 'admin/terms.js', FILE ), array( 'wp-i18n' ), VERSION, true );
	wp_set_script_translations( 'maths-hubs-terms', 'maths-hubs' );
	wp_add_inline_script(
		'maths-hubs-terms',
		'window.mathsHubsTerms = ' . safe_json( array(
			'work'   => rest_url( 'maths-hubs/v1/work' ),
			'nonce'  => wp_create_nonce( 'wp_rest' ),
			'embed'  => asset_url( '' ),
			'action' => rest_url( 'maths-hubs/v1/applications' ),
		) ) . ';',
		'before'
	);
	wp_enqueue_script( 'maths-hubs-editor', plugins_url( "editor/$assets[editor]", FILE ), array( 'maths-hubs-terms' ), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- its name is a hash.
} );

function terms_page(): void {
	echo '<div class="wrap"><h1>' . esc_html__( "This year's terms", 'maths-hubs' ) . '</h1><p>' . esc_html__( 'State what your hub offers. What you save here is what every widget on this site shows.', 'maths-hubs' ) . '</p>';
	echo '<div id="maths-hubs-said" role="status"></div><div id="editor" style="max-width:75rem;padding:1rem 1.5rem 1.5rem;border:1px solid #c3c4c7;background:#fff;color:#1d2327;font-size:1rem"><p>' . esc_html__( 'This page needs JavaScript.', 'maths-hubs' ) . '</p></div>';
	$post = terms_post();
	$all  = null === $post ? array() : wp_get_post_revisions( $post, array( 'posts_per_page' => 30 ) );
	if ( $all ) {
		echo '<h2>' . esc_html__( 'Earlier versions', 'maths-hubs' ) . '</h2><ul>';
		foreach ( $all as $one ) {
			/* translators: 1: date and time, 2: a person. */
			$label = sprintf( __( 'Open the version of %1$s by %2$s', 'maths-hubs' ), wp_date( 'H:i, j F Y', (int) get_post_time( 'U', true, $one ) ), get_the_author_meta( 'display_name', (int) $one->post_author ) );
			echo '<li><button type="button" class="button-link" data-revision="' . esc_attr( (string) $one->ID ) . '">' . esc_html( $label ) . '</button></li>';
		}
		echo '</ul>';
	}
	echo '</div>';
}

add_action( 'admin_init', function () {
	register_setting( 'maths_hubs', 'maths_hubs', array( 'type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\settings_sent' ) );
} );

function settings_sent( $sent ): array {
	$settings = options( (array) $sent );
	if ( '' === $settings['notify'] && '' !== trim( $sent['notify'] ?? '' ) ) {
		add_settings_error( 'maths_hubs', 'notify', __( 'That is not an e-mail address: nobody will be told of new applications.', 'maths-hubs' ) );
	}
	return $settings;
}

function settings_page(): void {
	$set = options();
	echo '<div class="wrap"><h1>' . esc_html__( 'Maths Hub settings', 'maths-hubs' ) . '</h1><form method="post" action="options.php">';
	settings_errors( 'maths_hubs' );
	settings_fields( 'maths_hubs' );
	echo '<table class="form-table"><tr><th scope="row"><label for="mh-notify">' . esc_html__( 'Tell this address of new applications', 'maths-hubs' ) . '</label></th><td><input type="email" class="regular-text" id="mh-notify" name="maths_hubs[notify]" value="' . esc_attr( $set['notify'] ) . '" aria-describedby="mh-notify-help"><p class="description" id="mh-notify-help">' . esc_html__( 'The e-mail holds the reference and a link, nothing that a school wrote.', 'maths-hubs' ) . '</p></td></tr>';
	echo '<tr><th scope="row"><label for="mh-months">' . esc_html__( 'Erase applications after so many months', 'maths-hubs' ) . '</label></th><td><input type="number" min="0" max="120" id="mh-months" name="maths_hubs[months]" value="' . esc_attr( (string) $set['months'] ) . '" aria-describedby="mh-months-help"><p class="description" id="mh-months-help">' . esc_html__( '0 keeps them until you erase them. Your data-protection notice should say the same.', 'maths-hubs' ) . '</p></td></tr>';
	echo '<tr><th scope="row">' . esc_html__( 'If this plugin is deleted', 'maths-hubs' ) . '</th><td><fieldset><legend class="screen-reader-text">' . esc_html__( 'If this plugin is deleted', 'maths-hubs' ) . '</legend>';
	foreach ( array(
		''      => __( 'Ask first: it cannot be deleted while there are applications', 'maths-hubs' ),
		'keep'  => __( 'Keep terms and applications, for when it is installed again', 'maths-hubs' ),
		'erase' => __( 'Erase everything: terms, applications, settings', 'maths-hubs' ),
	) as $value => $label ) {
		echo '<label><input type="radio" name="maths_hubs[remove]" value="' . esc_attr( $value ) . '"' . checked( $set['remove'], $value, false ) . '> ' . esc_html( $label ) . '</label><br>';
	}
	echo '</fieldset></td></tr></table>';
	submit_button();
	echo '</form></div>';
}

add_filter(
	'plugin_action_links_' . plugin_basename( FILE ),
	function ( $links ) {
		$links[] = '<a href="' . esc_url( admin_url( 'admin.php?page=' . SETTINGS_PAGE ) ) . '">' . esc_html__( 'Settings', 'maths-hubs' ) . '</a>';
		return $links;
	}
);
