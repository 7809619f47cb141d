<?php
/**
 * What the build made from the SDK: widgets, rules of the application, plain content.
 *
 * @package MathsHubs
 */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

/**
 * One of the generated tables.
 *
 * @param string $name `widgets`, `rules`, `schema`, `plain` or `assets`.
 * @return array
 */
function generated( string $name ): array {
	static $tables = array();
	if ( ! isset( $tables[ $name ] ) ) {
		$tables[ $name ] = require dirname( __DIR__ ) . "/generated/$name.php";
	}
	return $tables[ $name ];
}

/** Address of a file of the widgets. The folder's name is a hash of what it holds, so that it may be cached for ever. */
function asset_url( string $file ): string {
	return plugins_url( 'assets/' . generated( 'assets' )['folder'] . '/' . $file, FILE );
}
