<?php
// Reads an application with its form a line, and prints what the plugin's check says of it, a line each.
define( 'ABSPATH', __DIR__ );
require dirname( __DIR__ ) . '/dist/maths-hubs/includes/generated.php';
require dirname( __DIR__ ) . '/dist/maths-hubs/includes/check.php';
while ( false !== ( $line = fgets( STDIN ) ) ) {
	list( $sent, $form, $body ) = json_decode( $line, true ) + array( null, null, null );
	$sent    = null === $body ? $sent : MathsHubs\application_from_form( $body, $form );
	$checked = MathsHubs\check_application( $sent, $form, MathsHubs\generated( 'rules' ) );
	echo json_encode(
		array(
			'errors'  => $checked['errors'],
			'answers' => (object) $checked['application']['answers'],
			'readiness' => (object) $checked['application']['readiness'],
		),
		JSON_UNESCAPED_UNICODE
	), "\n";
}
