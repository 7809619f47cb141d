<?php
/** The table of applications. A row is written whole in one statement, or not at all. */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

const AS_WRITTEN = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;

/** What a row has left when the application is erased: its key stays, so that a form which is sent again stores nothing anew. */
const ERASED = array( 'application' => null, 'school' => '', 'urn' => '', 'phase' => '', 'digest' => '' );

/** What may become of an application, in the order in which it does. */
function states(): array {
	return array(
		'new'       => __( 'New', 'maths-hubs' ),
		'talking'   => __( 'In talks', 'maths-hubs' ),
		'offered'   => __( 'Offered', 'maths-hubs' ),
		'accepted'  => __( 'Accepted', 'maths-hubs' ),
		'waiting'   => __( 'Waiting list', 'maths-hubs' ),
		'declined'  => __( 'Declined', 'maths-hubs' ),
		'withdrawn' => __( 'Withdrawn', 'maths-hubs' ),
	);
}

function table(): string {
	global $wpdb;
	return $wpdb->prefix . 'maths_hubs_applications';
}

function make_table(): void {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	$table = table();
	dbDelta(
		"CREATE TABLE $table (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			reference varchar(20) NOT NULL,
			sent_key char(64) NOT NULL,
			digest char(64) NOT NULL,
			received_at datetime(3) NOT NULL,
			kind varchar(20) NOT NULL,
			school_year char(7) NOT NULL,
			phase varchar(80) NOT NULL DEFAULT '',
			school varchar(200) NOT NULL DEFAULT '',
			urn varchar(6) NOT NULL DEFAULT '',
			state varchar(20) NOT NULL DEFAULT 'new',
			noticed tinyint(1) NOT NULL DEFAULT 0,
			application longtext NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY reference (reference),
			UNIQUE KEY sent_key (sent_key),
			KEY received_at (received_at)
		) ENGINE=InnoDB {$wpdb->get_charset_collate()};"
	);
}

/**
 * Stores an application once, however often it is sent.
 *
 * @param array  $application As it was checked.
 * @param string $key         The sender's own for this application; empty for none.
 * @return array{reference: string, receivedAt: string, repeated: bool}|string A receipt, or why there is none, of {@see refusals()}.
 */
function keep_application( array $application, string $key ) {
	global $wpdb;
	$same = $application;
	unset( $same['notice']['shownAt'] );
	$digest = hash( 'sha256', strtolower( (string) wp_json_encode( $same ) ) );
	$key    = hash( 'sha256', '' === $key ? gmdate( 'Y-m-d' ) . $digest : "key $key" );
	$quiet  = $wpdb->suppress_errors();
	$ready  = array(
		'reference'   => new_reference(),
		'sent_key'    => $key,
		'digest'      => $digest,
		'received_at' => substr( gmdate( 'Y-m-d H:i:s' ) . sprintf( '.%03d', (int) ( fmod( microtime( true ), 1 ) * 1000 ) ), 0, 23 ),
		'kind'        => $application['kind'],
		'school_year' => $application['edition']['schoolYear'],
		'phase'       => $application['answers']['phase'] ?? '',
		'school'      => $application['answers']['schoolName'] ?? '',
		'urn'         => $application['answers']['urn'] ?? '',
		'application' => wp_json_encode( array_merge( $application, array( 'answers' => (object) $application['answers'], 'readiness' => (object) $application['readiness'] ) ), AS_WRITTEN ),
	);
	$stored = $wpdb->insert( table(), $ready );
	$row    = $wpdb->get_row( $wpdb->prepare( 'SELECT reference, digest, received_at, application FROM ' . table() . ' WHERE sent_key = %s', $key ) ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- the table's name is ours.
	$wpdb->suppress_errors( $quiet );
	if ( null === $row ) {
		return 'store-unavailable';
	}
	if ( null === $row->application ) {
		return 'erased';
	}
	if ( $row->digest !== $digest ) {
		return 'key-reused';
	}
	return array( 'reference' => $row->reference, 'receivedAt' => iso_time( $row->received_at ), 'repeated' => ! $stored );
}

function iso_time( string $stored ): string {
	return str_replace( ' ', 'T', $stored ) . 'Z';
}

/** `MH-7Q2KX-0B4TD`: fifty random bits in letters that are not taken for one another. */
function new_reference(): string {
	$letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	$text    = '';
	for ( $index = 0; $index < 10; $index++ ) {
		$text .= $letters[ random_int( 0, 31 ) ];
	}
	return 'MH-' . substr( $text, 0, 5 ) . '-' . substr( $text, 5 );
}

/**
 * Rows that fit a filter, newest first, with the application decoded. What was erased is not among them.
 *
 * @param array $filter Of `state`, `kind`, `phase`, `school_year`, `search`, `email`, `references`.
 */
function find_applications( array $filter, int $limit = 0, int $offset = 0 ): array {
	global $wpdb;
	list( $where, $values ) = condition( $filter );
	$paging                 = $limit > 0 ? $wpdb->prepare( ' LIMIT %d OFFSET %d', $limit, $offset ) : '';
	// phpcs:disable WordPress.DB.PreparedSQL -- the table's name is ours; every value is prepared below.
	$sql  = 'SELECT * FROM ' . table() . " WHERE $where ORDER BY received_at DESC, id DESC$paging";
	$rows = $wpdb->get_results( $values ? $wpdb->prepare( $sql, $values ) : $sql );
	// phpcs:enable
	foreach ( $rows as $row ) {
		$row->application = json_decode( $row->application, true );
	}
	return $rows;
}

function count_applications( array $filter ): int {
	global $wpdb;
	list( $where, $values ) = condition( $filter );
	$sql                    = 'SELECT COUNT(*) FROM ' . table() . " WHERE $where";
	return (int) $wpdb->get_var( $values ? $wpdb->prepare( $sql, $values ) : $sql ); // phpcs:ignore WordPress.DB.PreparedSQL
}

/** The school years that there are applications for. */
function school_years(): array {
	global $wpdb;
	return $wpdb->get_col( 'SELECT DISTINCT school_year FROM ' . table() . ' WHERE application IS NOT NULL ORDER BY school_year DESC' ); // phpcs:ignore WordPress.DB.PreparedSQL
}

function condition( array $filter ): array {
	global $wpdb;
	$parts  = array( 'application IS NOT NULL' );
	$values = array();
	foreach ( array( 'state', 'kind', 'phase', 'school_year' ) as $column ) {
		if ( ! empty( $filter[ $column ] ) ) {
			$parts[]  = "$column = %s";
			$values[] = $filter[ $column ];
		}
	}
	if ( ! empty( $filter['search'] ) ) {
		$like    = '%' . $wpdb->esc_like( $filter['search'] ) . '%';
		$parts[] = '(school LIKE %s OR reference LIKE %s OR urn LIKE %s OR application LIKE %s)';
		array_push( $values, $like, $like, $like, $like );
	}
	if ( ! empty( $filter['email'] ) ) {
		$parts[]  = 'application LIKE %s';
		// With its quotation marks: a whole answer, not the end of somebody else's address.
		$values[] = '%' . $wpdb->esc_like( (string) wp_json_encode( $filter['email'], AS_WRITTEN ) ) . '%';
	}
	if ( ! empty( $filter['references'] ) ) {
		$parts[] = 'reference IN (' . implode( ',', array_fill( 0, count( $filter['references'] ), '%s' ) ) . ')';
		array_push( $values, ...$filter['references'] );
	}
	return array( implode( ' AND ', $parts ), $values );
}

function set_state( string $reference, string $state ): bool {
	global $wpdb;
	return isset( states()[ $state ] ) && false !== $wpdb->update( table(), array( 'state' => $state ), array( 'reference' => $reference ) );
}

/** Takes away everything that was sent. */
function erase_application( string $reference ): bool {
	global $wpdb;
	return 1 === $wpdb->update( table(), ERASED, array( 'reference' => $reference ) );
}

/** Erases what was received longer ago than the hub keeps it. */
function erase_old( int $months ): int {
	global $wpdb;
	if ( $months < 1 ) {
		return 0;
	}
	$before = gmdate( 'Y-m-d H:i:s', (int) strtotime( "-$months months" ) );
	$old    = $wpdb->get_col( $wpdb->prepare( 'SELECT reference FROM ' . table() . ' WHERE application IS NOT NULL AND received_at < %s', $before ) ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared
	return count( array_filter( $old, __NAMESPACE__ . '\erase_application' ) );
}
