<?php
/** What the build made from the SDK: widgets, rules of the application, plain content. */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

/** One of the generated tables: `widgets`, `rules`, `schema`, `plain` or `assets`. */
function generated( string $name ): array {
	static $tables = array();
	return $tables[ $name ] = $tables[ $name ] ?? require dirname( __DIR__ ) . "/generated/$name.php";
}

/** Address of a file of the widgets. The folder's name is a hash of what it holds, so that it may be cached for ever. */
function asset_url( string $file ): string {
	return plugins_url( 'assets/' . generated( 'assets' )['folder'] . '/' . $file, FILE );
}
