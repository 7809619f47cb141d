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

foreach ( array( 'generated', 'widgets', 'blocks', 'terms', 'check', 'store', 'receive', 'inbox', 'export', 'privacy', 'settings', 'setup' ) as $mh_part ) {
	require_once __DIR__ . "/includes/$mh_part.php";
}

register_activation_hook( __FILE__, __NAMESPACE__ . '\activate' );
register_deactivation_hook( __FILE__, __NAMESPACE__ . '\deactivate' );
