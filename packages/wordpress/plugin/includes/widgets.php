<?php
/** A widget on a page: its tag with plain content between, from a shortcode, or from a block that the server draws and whose preview is the widget itself. */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

add_action( 'init', function () {
	add_shortcode( 'maths-hub', __NAMESPACE__ . '\shortcode' );
	add_shortcode( 'maths_hub', __NAMESPACE__ . '\shortcode' );
	wp_register_script( 'maths-hubs-embed', asset_url( 'embed.js' ), array(), null, false ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the folder's name is its version.
} );

// In the head where a widget can be seen to come: only there can the loader keep its place before anything is drawn.
add_action( 'wp_enqueue_scripts', function () {
	if ( preg_match( '/\[maths[-_]hub\b|<!-- wp:maths-hubs\//', implode( ' ', array_column( $GLOBALS['wp_query']->posts ?? array(), 'post_content' ) ) ) ) {
		wp_enqueue_script( 'maths-hubs-embed' );
	}
} );

add_filter( 'script_loader_tag', function ( $tag, $handle ) {
	$module = array( 'maths-hubs-embed' => '<script type="module" blocking="render"', 'maths-hubs-editor' => '<script type="module"' )[ $handle ] ?? '<script';
	return '<script' === $module ? $tag : preg_replace( '/<script(?:\s+type=([\'"])text\/javascript\1)?/', $module, $tag, 1 );
}, 10, 2 );

/** `[maths-hub journey-map 2024/25 phase="development"]`, in any order; the older spelling `[maths_hub widget="journey-map"]` too. */
function shortcode( $given ): string {
	$attributes = array();
	foreach ( (array) $given as $key => $value ) {
		$value = trim( (string) $value, " \t\n\r\0\x0B\"'\u{201C}\u{201D}\u{2018}\u{2019}\u{2033}\u{00A0}" );
		if ( '' === $value ) {
			continue;
		}
		if ( is_string( $key ) ) {
			$attributes[ str_replace( '_', '-', $key ) ] = $value;
		} elseif ( '' !== school_year( $value ) ) {
			$attributes['edition'] = $value;
		} else {
			$attributes['widget'] = $value;
		}
	}
	$name = preg_replace( '/^mh-/', '', strtolower( $attributes['widget'] ?? '' ) );
	unset( $attributes['widget'] );
	return render( $name, $attributes );
}

/** A school year as `2024/25`, from any dash and from `2024/2025`; empty for anything else. */
function school_year( string $text ): string {
	if ( ! preg_match( '/^(20\d\d)\s*[-\/\x{2010}-\x{2015}\x{2212}]?\s*(?:20)?(\d\d)$/u', trim( $text ), $found ) ) {
		return '';
	}
	return ( (int) $found[1] + 1 ) % 100 === (int) $found[2] ? "$found[1]/$found[2]" : '';
}

/** A widget's HTML. Only attributes that it has are written; terms and the address for applications are this site's own, never an author's. */
function render( string $name, array $attributes = array() ): string {
	$widget = generated( 'widgets' )[ $name ] ?? null;
	if ( null === $widget ) {
		return for_staff(
			/* translators: 1: what was written, 2: list of widget names. */
			sprintf( __( 'There is no widget called “%1$s”. Use one of: %2$s.', 'maths-hubs' ), $name, implode( ', ', array_keys( generated( 'widgets' ) ) ) )
		);
	}
	if ( isset( $attributes['edition'] ) ) {
		$year = school_year( $attributes['edition'] );
		if ( '' === $year ) {
			/* translators: %s: what was written. */
			return for_staff( sprintf( __( '“%s” is not a school year. Write it as 2026/27.', 'maths-hubs' ), $attributes['edition'] ) );
		}
		$attributes['edition'] = $year;
	}
	$attributes = array_intersect_key( $attributes, $widget['attributes'] );
	$stated     = stated();
	$json       = '';
	if ( 'apply-form' === $name && null !== $stated['form'] && ! isset( $attributes['edition'] ) ) {
		$attributes['action'] = rest_url( 'maths-hubs/v1/applications' );
		$json                 = '<script type="application/json">' . safe_json( $stated['apply'] ) . '</script>';
	}
	wp_enqueue_script( 'maths-hubs-embed' );
	$tag = "mh-$name";
	return settings_tag( $stated ) . "<div class=\"maths-hubs\"><$tag" . attributes_text( $attributes ) . ">$json" . plain_content( $name, $attributes['edition'] ?? '', $stated ) . "</$tag></div>";
}

/** What all widgets of the page share, written once, before the first of them. */
function settings_tag( array $stated ): string {
	static $written = 0;
	$page = get_queried_object_id() . '|' . (int) did_action( 'wp_head' );
	if ( $written === $page ) {
		return '';
	}
	$written = $page;
	$look    = $stated['look'];
	$style   = empty( $look['accent'] ) ? '' : '<style>:root{--mh-accent:' . esc_html( $look['accent'] ) . '}</style>';
	$wording = empty( $stated['wording'] ) ? '' : '<script type="application/json">' . safe_json( array( 'wording' => (object) $stated['wording'] ) ) . '</script>';
	return $style . '<mh-settings' . attributes_text(
		array( 'hub' => $stated['hub'], 'src' => '' === $stated['terms'] ? '' : rest_url( 'maths-hubs/v1/terms' ) )
	) . ">$wording</mh-settings>";
}

function attributes_text( array $attributes ): string {
	$text = '';
	foreach ( $attributes as $name => $value ) {
		$text .= '' === (string) $value ? '' : ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return $text;
}

/** JSON that can end no element and looks like no entity, whatever filters the page sends it through. */
function safe_json( $value ): string {
	return (string) wp_json_encode( $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES );
}

/** The plain HTML that shows until, or unless, the widget is drawn: of this hub's own terms where it has stated them. */
function plain_content( string $name, string $edition, array $stated ): string {
	$plain = generated( 'plain' );
	if ( '' === $edition && isset( $stated['plain'][ $name ] ) ) {
		$html = str_replace( '/mh-action', esc_url( rest_url( 'maths-hubs/v1/applications' ) ), $stated['plain'][ $name ] );
	} else {
		$html = $plain['years'][ '' === $edition ? $plain['newest'] : $edition ][ $name ] ?? $plain['any'][ $name ] ?? '';
	}
	return wp_kses( str_replace( array( "\r", "\n" ), ' ', $html ), plain_tags() );
}

/** Tags of plain content: what WordPress allows in a post, and a form's fields. */
function plain_tags(): array {
	$field = array_fill_keys( array( 'type', 'name', 'value', 'autocomplete', 'required', 'multiple', 'checked', 'id', 'for' ), true );
	return array_merge(
		wp_kses_allowed_html( 'post' ),
		array( 'form' => array( 'method' => true, 'action' => true ) ),
		array_fill_keys( array( 'fieldset', 'legend', 'label', 'input', 'select', 'option', 'button' ), $field )
	);
}

/** A sentence for those who can put it right; nothing for a visitor. */
function for_staff( string $sentence ): string {
	return current_user_can( 'edit_posts' ) ? '<p class="maths-hubs-note"><strong>' . esc_html__( 'Maths Hubs:', 'maths-hubs' ) . '</strong> ' . esc_html( $sentence ) . '</p>' : '';
}

add_action( 'init', function () {
	wp_register_script(
		'maths-hubs-blocks',
		plugins_url( 'blocks/blocks.js', FILE ),
		array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor', 'wp-server-side-render', 'wp-i18n' ),
		VERSION,
		true
	);
	wp_set_script_translations( 'maths-hubs-blocks', 'maths-hubs' );
	$text = function () {
		return array( 'type' => 'string', 'default' => '' );
	};
	foreach ( generated( 'widgets' ) as $name => $widget ) {
		register_block_type( "maths-hubs/$name", array(
			'api_version'     => 2,
			'title'           => $widget['title'],
			'description'     => $widget['summary'],
			'category'        => 'maths-hubs',
			'icon'            => 'welcome-learn-more',
			'keywords'        => array( 'maths', 'hub', 'mastery' ),
			'supports'        => array( 'html' => false ),
			'editor_script'   => 'maths-hubs-blocks',
			'attributes'      => array_map( $text, $widget['attributes'] ),
			'render_callback' => function ( $attributes ) use ( $name ) {
				return render( $name, array_filter( array_map( 'trim', array_filter( $attributes, 'is_string' ) ), 'strlen' ) );
			},
		) );
	}
} );

add_filter( 'block_categories_all', function ( $categories ) {
	$categories[] = array( 'slug' => 'maths-hubs', 'title' => __( 'Maths Hubs', 'maths-hubs' ) );
	return $categories;
} );

add_action( 'enqueue_block_editor_assets', function () {
	$blocks = array();
	foreach ( generated( 'widgets' ) as $name => $widget ) {
		$fields = array();
		foreach ( $widget['attributes'] as $key => $attribute ) {
			$fields[] = array( 'key' => $key, 'label' => $attribute['label'], 'help' => $attribute['help'] );
		}
		$blocks[] = array( 'name' => "maths-hubs/$name", 'fields' => $fields );
	}
	wp_add_inline_script( 'maths-hubs-blocks', 'window.mathsHubsBlocks = ' . safe_json( $blocks ) . ';', 'before' );
	wp_enqueue_script( 'maths-hubs-embed' );
} );
