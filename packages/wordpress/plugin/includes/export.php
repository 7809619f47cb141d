<?php
/** Applications as a table for a spreadsheet: the columns of the intake's export and the state, so that whatever reads the one reads the other. */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

/** @param array $rows Of {@see find_applications()}. */
function csv_of( array $rows ): string {
	$fields = array_keys( generated( 'rules' )['labels'] );
	$text   = "\u{FEFF}" . csv_line( array_merge( array( 'reference', 'hub', 'receivedAt', 'kind', 'schoolYear', 'editionVersion' ), $fields, array( 'readiness', 'agreed', 'commitments', 'noticeVersion', 'noticeShownAt', 'state' ) ) );
	foreach ( $rows as $row ) {
		$sent  = $row->application;
		$cells = array( $row->reference, $sent['hub'], iso_time( $row->received_at ), $sent['kind'], $sent['edition']['schoolYear'], $sent['edition']['version'] );
		foreach ( $fields as $field ) {
			$cells[] = implode( '; ', (array) ( $sent['answers'][ $field ] ?? '' ) );
		}
		$readiness = array();
		foreach ( $sent['readiness'] as $question => $answer ) {
			$readiness[] = "$question: $answer";
		}
		array_push( $cells, implode( '; ', $readiness ), null === $sent['agreement'] ? 'no' : 'yes', implode( "\n", array_column( $sent['agreement']['commitments'] ?? array(), 'statement' ) ), $sent['notice']['version'], (string) $sent['notice']['shownAt'], 'talking' === $row->state ? 'in talks' : $row->state ); // The desk's word.
		$text .= csv_line( $cells );
	}
	return $text;
}

function csv_line( array $cells ): string {
	return implode( ',', array_map( __NAMESPACE__ . '\csv_cell', $cells ) ) . "\r\n";
}

/** Nothing in it runs as a formula, and a spreadsheet keeps every digit of a telephone number: a number gets the space that people write in it anyway. */
function csv_cell( string $text ): string {
	if ( preg_match( '/^\+?[\d ()-]{7,}$/', $text ) && preg_match( '/^[+0(]/', $text ) ) {
		$text = preg_replace( '/^\+(\d+)/', '(+$1)', $text );
		$text = preg_match( '/[ ()]/', $text ) ? $text : substr( $text, 0, 5 ) . ' ' . substr( $text, 5 );
	} elseif ( preg_match( '/^[\s\x{00a0}\x{feff}]*[=+\-@\t\r\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]/u', $text ) ) {
		$text = "'$text";
	}
	return '"' . str_replace( '"', '""', $text ) . '"';
}
