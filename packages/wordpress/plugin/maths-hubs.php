<?php
/**
 * Plugin Name:       Maths Hubs
 * Description:       Teaching for Mastery on your hub's site: the journey, who can join, time and money, and an application form that this site receives itself.
 * Version:           0.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       maths-hubs
 *
 * @package MathsHubs
 */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.0.0';
const FILE    = __FILE__;

/** May state the hub's terms. */
const EDIT_TERMS = 'maths_hubs_edit_terms';
/** May read, mark, export and erase applications. */
const READ_APPLICATIONS = 'maths_hubs_read_applications';

foreach ( array( 'generated', 'widgets', 'terms', 'check', 'store', 'receive', 'inbox', 'export', 'privacy', 'settings' ) as $mh_part ) {
	require_once __DIR__ . "/includes/$mh_part.php";
}

/** Raised when the table or the roles change. */
const SETUP = 1;

function set_up(): void {
	make_table();
	foreach ( array( 'administrator', 'editor' ) as $name ) {
		$role = get_role( $name );
		if ( $role ) {
			$role->add_cap( EDIT_TERMS );
			$role->add_cap( READ_APPLICATIONS );
		}
	}
	update_option( 'maths_hubs_setup', SETUP );
}

// Every site of a network has its own applications: each is set up on its first visit, and so is a plugin that is renewed.
add_action( 'init', function () {
	load_plugin_textdomain( 'maths-hubs', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	if ( (int) get_option( 'maths_hubs_setup' ) !== SETUP ) {
		set_up();
	}
	if ( ! wp_next_scheduled( 'maths_hubs_daily' ) ) {
		wp_schedule_event( time() + HOUR_IN_SECONDS, 'daily', 'maths_hubs_daily' );
	}
} );

add_action( 'maths_hubs_daily', function () {
	erase_old( options()['months'] );
} );

register_activation_hook( __FILE__, __NAMESPACE__ . '\set_up' );
register_deactivation_hook( __FILE__, function () {
	wp_clear_scheduled_hook( 'maths_hubs_daily' );
} );
