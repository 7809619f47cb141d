<?php
/**
 * What happens when the plugin is switched on, off, or renewed.
 *
 * @package MathsHubs
 */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

/** Raised when the table or the roles change. */
const SETUP = 1;

/** On every site of a network: each has its own applications. */
function activate( bool $network ): void {
	foreach ( $network ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( get_current_blog_id() ) as $site ) {
		if ( is_multisite() ) {
			switch_to_blog( $site );
		}
		set_up();
		if ( is_multisite() ) {
			restore_current_blog();
		}
	}
}

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

// A plugin that is renewed, or a site that is new in its network, is set up on its first visit.
add_action(
	'init',
	function () {
		load_plugin_textdomain( 'maths-hubs', false, dirname( plugin_basename( FILE ) ) . '/languages' );
		if ( (int) get_option( 'maths_hubs_setup' ) !== SETUP ) {
			set_up();
		}
		if ( ! wp_next_scheduled( 'maths_hubs_daily' ) ) {
			wp_schedule_event( time() + HOUR_IN_SECONDS, 'daily', 'maths_hubs_daily' );
		}
	}
);

add_action(
	'maths_hubs_daily',
	function () {
		erase_old( options()['months'] );
	}
);

function deactivate(): void {
	wp_clear_scheduled_hook( 'maths_hubs_daily' );
}
