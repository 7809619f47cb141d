<?php
// Reads stored applications as JSON and prints the plugin's export of them.
define( 'ABSPATH', __DIR__ );
$built = dirname( __DIR__ ) . '/dist/maths-hubs/includes/';
require $built . 'generated.php';
require $built . 'export.php';
require $built . 'store.php';
$rows = array_map(
	function ( $row ) {
		return (object) $row;
	},
	json_decode( stream_get_contents( STDIN ), true )
);
echo MathsHubs\csv_of( $rows );
