<?php
/** WordPress's own tools for personal data work on applications: export, erasure, and a text for the privacy policy. */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

const PRIVACY_PAGE = 50;

foreach ( array( 'exporter' => 'export_person', 'eraser' => 'erase_person' ) as $mh_tool => $mh_callback ) {
	add_filter( "wp_privacy_personal_data_{$mh_tool}s", function ( $tools ) use ( $mh_tool, $mh_callback ) {
		$tools['maths-hubs'] = array( "{$mh_tool}_friendly_name" => __( 'Maths Hubs applications', 'maths-hubs' ), 'callback' => __NAMESPACE__ . "\\$mh_callback" );
		return $tools;
	} );
}

/** Applications in which this address is an answer: the applicant's, a teacher's or the headteacher's. */
function applications_of( string $email, int $page ): array {
	$found = find_applications( array( 'email' => $email ), PRIVACY_PAGE, ( $page - 1 ) * PRIVACY_PAGE );
	$own   = array_filter( $found, function ( $row ) use ( $email ) {
		foreach ( $row->application['answers'] as $answer ) {
			if ( is_string( $answer ) && 0 === strcasecmp( $answer, $email ) ) {
				return true;
			}
		}
		return false;
	} );
	return array( $own, count( $found ) < PRIVACY_PAGE );
}

function export_person( string $email, int $page = 1 ): array {
	list( $rows, $done ) = applications_of( $email, $page );
	$data                = array();
	foreach ( $rows as $row ) {
		$lines = array(
			array( 'name' => __( 'Reference', 'maths-hubs' ), 'value' => $row->reference ),
			array( 'name' => __( 'Received', 'maths-hubs' ), 'value' => iso_time( $row->received_at ) ),
		);
		foreach ( answers_in_words( $row->application ) as $label => $answer ) {
			$lines[] = array( 'name' => $label, 'value' => $answer );
		}
		$data[] = array(
			'group_id'    => 'maths-hubs',
			'group_label' => __( 'Applications to the Maths Hub', 'maths-hubs' ),
			'item_id'     => $row->reference,
			'data'        => $lines,
		);
	}
	return array( 'data' => $data, 'done' => $done );
}

/** Always the first page: what was erased is found no more. */
function erase_person( string $email, int $page = 1 ): array {
	list( $rows ) = applications_of( $email, 1 );
	$erased       = 0;
	foreach ( $rows as $row ) {
		$erased += (int) erase_application( $row->reference );
	}
	$failed = $erased < count( $rows );
	return array(
		'items_removed'  => $erased > 0,
		'items_retained' => $failed,
		'messages'       => $failed ? array( __( 'An application could not be erased. Try again.', 'maths-hubs' ) ) : array(),
		'done'           => count( $rows ) < PRIVACY_PAGE || $failed,
	);
}

add_action( 'admin_init', function () {
	$months = options()['months'];
	wp_add_privacy_policy_content(
		__( 'Maths Hubs', 'maths-hubs' ),
		'<p>' . esc_html__( 'When a school applies on this site, we keep what the form asks (the name, role and work e-mail address of the person who applies, and the school) on this site, so that the hub can answer and choose the schools that take part. Nothing is sent to anybody else.', 'maths-hubs' ) . '</p><p>'
		. esc_html(
			$months > 0
			/* translators: %d: number of months. */
			? sprintf( _n( 'Applications are erased %d month after they were received.', 'Applications are erased %d months after they were received.', $months, 'maths-hubs' ), $months )
			: __( 'Say here how long you keep applications.', 'maths-hubs' )
		) . '</p>'
	);
} );
