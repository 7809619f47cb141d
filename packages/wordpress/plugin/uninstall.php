<?php
/**
 * Leaves nothing behind; but applications only go where somebody has said so.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Whether this site was cleared, or has nothing to lose. */
function maths_hubs_leave(): void {
	global $wpdb;
	$table  = $wpdb->prefix . 'maths_hubs_applications';
	$choice = get_option( 'maths_hubs', array() )['remove'] ?? '';
	$exists = $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) );
	$count  = $exists ? (int) $wpdb->get_var( "SELECT COUNT(*) FROM $table WHERE application IS NOT NULL" ) : 0; // phpcs:ignore WordPress.DB.PreparedSQL
	if ( 'keep' === $choice ) {
		return;
	}
	if ( 'erase' !== $choice && $count > 0 ) {
		/* translators: %d: number of applications. */
		wp_die( esc_html( sprintf( _n( 'Maths Hubs was not deleted: it holds %d application. Choose under Maths Hub, Settings whether to keep or erase it, then delete the plugin again.', 'Maths Hubs was not deleted: it holds %d applications. Choose under Maths Hub, Settings whether to keep or erase them, then delete the plugin again.', $count, 'maths-hubs' ), $count ) ), '', array( 'response' => 409 ) );
	}
	$wpdb->query( "DROP TABLE IF EXISTS $table" ); // phpcs:ignore WordPress.DB
	foreach ( get_posts( array( 'post_type' => 'maths_hubs_terms', 'post_status' => 'any', 'numberposts' => -1, 'fields' => 'ids' ) ) as $post ) {
		wp_delete_post( $post, true );
	}
	foreach ( array( 'maths_hubs', 'maths_hubs_setup', 'maths_hubs_saving' ) as $option ) {
		delete_option( $option );
	}
	foreach ( wp_roles()->role_objects as $role ) {
		$role->remove_cap( 'maths_hubs_edit_terms' );
		$role->remove_cap( 'maths_hubs_read_applications' );
	}
	$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->options WHERE option_name LIKE %s OR option_name LIKE %s", $wpdb->esc_like( '_transient_maths_hubs_' ) . '%', $wpdb->esc_like( '_transient_timeout_maths_hubs_' ) . '%' ) );
	wp_clear_scheduled_hook( 'maths_hubs_daily' );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $maths_hubs_site ) {
		switch_to_blog( $maths_hubs_site );
		maths_hubs_leave();
		restore_current_blog();
	}
} else {
	maths_hubs_leave();
}
