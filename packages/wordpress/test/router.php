<?php
// The built-in server's front door: files as they are, everything else to WordPress, as .htaccess would.
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ( is_dir( $file ) ) {
	$file = rtrim( $file, '/' ) . '/index.php';
	if ( is_file( $file ) && '/' !== $path ) {
		$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = rtrim( $path, '/' ) . '/index.php';
		chdir( dirname( $file ) );
		require $file;
		return true;
	}
}
if ( is_file( $file ) && '/' !== $path ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
