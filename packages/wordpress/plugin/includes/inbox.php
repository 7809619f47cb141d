<?php
/** The inbox: what has arrived, one application on one page, its state, and the export. */

namespace MathsHubs;

defined( 'ABSPATH' ) || exit;

const INBOX = 'maths-hubs-applications';

add_action( 'admin_menu', function () {
	$count = current_user_can( READ_APPLICATIONS ) ? count_applications( array( 'state' => 'new' ) ) : 0;
	$badge = $count > 0 ? ' <span class="awaiting-mod"><span class="pending-count">' . number_format_i18n( $count ) . '</span></span>' : '';
	$hook  = add_menu_page( __( 'Applications', 'maths-hubs' ), __( 'Maths Hub', 'maths-hubs' ) . $badge, READ_APPLICATIONS, INBOX, __NAMESPACE__ . '\inbox_page', 'dashicons-welcome-learn-more', 26 );
	add_submenu_page( INBOX, __( 'Applications', 'maths-hubs' ), __( 'Applications', 'maths-hubs' ) . $badge, READ_APPLICATIONS, INBOX, __NAMESPACE__ . '\inbox_page' );
	add_action( "load-$hook", __NAMESPACE__ . '\inbox_act' );
} );

function inbox_url( string $reference = '' ): string {
	return add_query_arg( array_filter( array( 'page' => INBOX, 'reference' => $reference ) ), admin_url( 'admin.php' ) );
}

/** What the address asks to see, each value one that there is. */
function inbox_filter(): array {
	// phpcs:disable WordPress.Security.NonceVerification -- only reads.
	$text  = function ( string $name ): string {
		return sanitize_text_field( wp_unslash( $_REQUEST[ $name ] ?? '' ) );
	};
	$state = $text( 'state' );
	return array(
		'state'       => isset( states()[ $state ] ) ? $state : '',
		'phase'       => $text( 'phase' ),
		'school_year' => school_year( $text( 'school_year' ) ),
		'search'      => $text( 's' ),
	);
	// phpcs:enable
}

/** Marks, erases and exports, before anything is shown; then goes back, so that a reload repeats nothing. */
function inbox_act(): void {
	$action = sanitize_key( $_REQUEST['mh_action'] ?? '' ); // phpcs:ignore WordPress.Security.NonceVerification -- verified below.
	if ( '' === $action ) {
		return;
	}
	check_admin_referer( 'maths-hubs-inbox' );
	if ( ! current_user_can( READ_APPLICATIONS ) ) {
		wp_die( esc_html__( 'You may not read applications.', 'maths-hubs' ), 403 );
	}
	$chosen = array_map( 'sanitize_text_field', (array) wp_unslash( $_REQUEST['references'] ?? array() ) );
	if ( 'export' === $action ) {
		$rows = find_applications( $chosen ? array( 'references' => $chosen ) : inbox_filter() );
		nocache_headers();
		header( 'Content-Type: text/csv; charset=UTF-8' );
		header( 'Content-Disposition: attachment; filename="applications-' . gmdate( 'Y-m-d' ) . '.csv"' );
		echo csv_of( $rows ); // phpcs:ignore WordPress.Security.EscapeOutput -- a CSV file, safe for spreadsheets.
		exit;
	}
	if ( 'POST' !== ( $_SERVER['REQUEST_METHOD'] ?? '' ) ) {
		wp_die( esc_html__( 'That link changes nothing.', 'maths-hubs' ), 405 );
	}
	$done = 0;
	foreach ( $chosen as $reference ) {
		$done += (int) ( 'erase' === $action ? erase_application( $reference ) : set_state( $reference, $action ) );
	}
	$back = 'erase' === $action || count( $chosen ) > 1 ? inbox_url() : wp_get_referer();
	wp_safe_redirect( add_query_arg( array( 'mh_done' => $done, 'mh_of' => count( $chosen ), 'mh_what' => $action ), $back ? $back : inbox_url() ) );
	exit;
}

function inbox_page(): void {
	// phpcs:disable WordPress.Security.NonceVerification -- only reads.
	$reference = sanitize_text_field( wp_unslash( $_GET['reference'] ?? '' ) );
	echo '<div class="wrap">';
	if ( isset( $_GET['mh_done'], $_GET['mh_of'] ) ) {
		$done = (int) $_GET['mh_done'];
		$all  = $done === (int) $_GET['mh_of'];
		/* translators: 1: number changed, 2: number chosen. */
		$text = sprintf( __( '%1$d of %2$d changed.', 'maths-hubs' ), $done, (int) $_GET['mh_of'] );
		echo '<div class="notice notice-' . ( $all ? 'success' : 'error' ) . ' is-dismissible"><p>' . esc_html( 0 === (int) $_GET['mh_of'] ? __( 'Nothing was chosen.', 'maths-hubs' ) : $text ) . '</p></div>';
	}
	// phpcs:enable
	$rows = '' === $reference ? array() : find_applications( array( 'references' => array( $reference ) ) );
	if ( '' !== $reference && ! $rows ) {
		echo '<div class="notice notice-error"><p>' . esc_html__( 'There is no application of that reference. It may have been erased.', 'maths-hubs' ) . '</p></div>';
	}
	if ( $rows ) {
		one_application( $rows[0] );
	} else {
		all_applications();
	}
	echo '</div>';
}

function all_applications(): void {
	$filter = inbox_filter();
	$per    = 25;
	$page   = max( 1, (int) ( $_GET['paged'] ?? 1 ) ); // phpcs:ignore WordPress.Security.NonceVerification -- only reads.
	$total  = count_applications( $filter );
	$rows   = find_applications( $filter, $per, ( $page - 1 ) * $per );
	echo '<h1>' . esc_html__( 'Applications', 'maths-hubs' ) . '</h1>';
	echo '<form method="get" style="display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:1rem 0"><input type="hidden" name="page" value="' . esc_attr( INBOX ) . '">';
	echo '<label>' . esc_html__( 'School, reference or person', 'maths-hubs' ) . '<br><input type="search" name="s" value="' . esc_attr( $filter['search'] ) . '"></label>';
	choose( 'state', __( 'State', 'maths-hubs' ), states(), $filter['state'] );
	choose( 'phase', __( 'Phase', 'maths-hubs' ), phase_names(), $filter['phase'] );
	$years = school_years();
	choose( 'school_year', __( 'Year', 'maths-hubs' ), array_combine( $years, $years ), $filter['school_year'] );
	echo '<button class="button">' . esc_html__( 'Show', 'maths-hubs' ) . '</button>';
	echo '<a class="button" href="' . esc_url( wp_nonce_url( add_query_arg( array_filter( $filter ) + array( 'mh_action' => 'export' ), inbox_url() ), 'maths-hubs-inbox' ) ) . '">' . esc_html__( 'Export these as CSV', 'maths-hubs' ) . '</a></form>';
	if ( ! $rows ) {
		$empty = array_filter( $filter ) ? __( 'No application fits. Clear the search, or choose another state.', 'maths-hubs' ) : __( 'No application has arrived yet. Put the application form on a page; what schools send appears here.', 'maths-hubs' );
		echo '<p>' . esc_html( $empty ) . '</p>';
		return;
	}
	inbox_form();
	echo '<div class="tablenav top"><div class="alignleft actions"><label class="screen-reader-text" for="mh-bulk">' . esc_html__( 'What to do with those that are ticked', 'maths-hubs' ) . '</label><select name="mh_action" id="mh-bulk">';
	/* translators: %s: a state, such as "Offered". */
	$mark = __( 'Mark as: %s', 'maths-hubs' );
	foreach ( states() as $state => $label ) {
		options_of( array( $state => sprintf( $mark, $label ) ) );
	}
	options_of( array( 'export' => __( 'Export as CSV', 'maths-hubs' ) ) );
	echo '</select> <button class="button">' . esc_html__( 'Do this', 'maths-hubs' ) . '</button></div>';
	$links = paginate_links( array( 'base' => add_query_arg( 'paged', '%#%' ), 'format' => '', 'current' => $page, 'total' => (int) ceil( $total / $per ) ) );
	/* translators: %d: number of applications. */
	echo '<div class="tablenav-pages"><span class="displaying-num">' . esc_html( sprintf( _n( '%d application', '%d applications', $total, 'maths-hubs' ), $total ) ) . '</span> ' . wp_kses_post( (string) $links ) . '</div></div>';
	echo '<table class="wp-list-table widefat striped"><thead><tr><td class="check-column"><label class="screen-reader-text" for="mh-all">' . esc_html__( 'Tick all', 'maths-hubs' ) . '</label><input type="checkbox" id="mh-all"></td>';
	echo '<th scope="col" class="column-primary">' . esc_html__( 'School', 'maths-hubs' ) . '</th>';
	foreach ( array_keys( cells_of( $rows[0] ) ) as $heading ) {
		echo '<th scope="col">' . esc_html( $heading ) . '</th>';
	}
	echo '</tr></thead><tbody>';
	foreach ( $rows as $row ) {
		/* translators: %s: name of a school. */
		echo '<tr><th scope="row" class="check-column"><label class="screen-reader-text" for="mh-' . esc_attr( $row->reference ) . '">' . esc_html( sprintf( __( 'Tick %s', 'maths-hubs' ), $row->school ) ) . '</label><input type="checkbox" name="references[]" id="mh-' . esc_attr( $row->reference ) . '" value="' . esc_attr( $row->reference ) . '"></th>';
		echo '<td class="column-primary"><a href="' . esc_url( inbox_url( $row->reference ) ) . '"><strong>' . esc_html( $row->school ) . '</strong></a>' . ( 'interest' === $row->kind ? '<br>' . esc_html__( 'Registers interest', 'maths-hubs' ) : '' ) . '</td>';
		foreach ( cells_of( $row ) as $heading => $text ) {
			echo '<td data-colname="' . esc_attr( $heading ) . '">' . esc_html( $text ) . '</td>';
		}
		echo '</tr>';
	}
	echo '</tbody></table></form>';
}

/** What the table says of an application beside its school, by heading. */
function cells_of( $row ): array {
	return array(
		__( 'Phase', 'maths-hubs' )     => phase_names()[ $row->phase ] ?? $row->phase,
		__( 'Year', 'maths-hubs' )      => $row->school_year,
		__( 'Received', 'maths-hubs' )  => wp_date( 'j M Y, H:i', (int) strtotime( iso_time( $row->received_at ) ) ),
		__( 'State', 'maths-hubs' )     => states()[ $row->state ] ?? $row->state,
		__( 'Reference', 'maths-hubs' ) => $row->reference,
	);
}

function choose( string $name, string $label, array $choices, string $chosen ): void {
	echo '<label>' . esc_html( $label ) . '<br><select name="' . esc_attr( $name ) . '"><option value="">' . esc_html__( 'All', 'maths-hubs' ) . '</option>';
	options_of( $choices, $chosen );
	echo '</select></label>';
}

function options_of( array $choices, string $chosen = '' ): void {
	foreach ( $choices as $value => $text ) {
		echo '<option value="' . esc_attr( $value ) . '"' . selected( $chosen, (string) $value, false ) . '>' . esc_html( $text ) . '</option>';
	}
}

/** The beginning of a form that changes applications; with a reference, that one. */
function inbox_form( string $reference = '' ): void {
	echo '<form method="post" action="' . esc_url( inbox_url() ) . '" style="margin-top:1rem">';
	wp_nonce_field( 'maths-hubs-inbox' );
	echo '' === $reference ? '' : '<input type="hidden" name="references[]" value="' . esc_attr( $reference ) . '">';
}

function phase_names(): array {
	return array_column( stated()['form']['pastPhases'] ?? array(), 'name', 'id' );
}

/** What a school wrote, with the form's own labels, in the form's order. */
function answers_in_words( array $application ): array {
	$words = array();
	foreach ( generated( 'rules' )['labels'] as $id => $label ) {
		$answer = $application['answers'][ $id ] ?? null;
		if ( null !== $answer ) {
			$names           = array_map(
				function ( $each ) use ( $id ) {
					return in_array( $id, array( 'phase', 'pastPhases' ), true ) ? phase_names()[ $each ] ?? $each : $each;
				},
				(array) $answer
			);
			$words[ $label ] = implode( ', ', $names );
		}
	}
	foreach ( $application['readiness'] as $question => $answer ) {
		$words[ $question ] = $answer;
	}
	return $words;
}

function one_application( $row ): void {
	$sent = $row->application;
	echo '<h1>' . esc_html( $row->school ) . '</h1><p><a href="' . esc_url( inbox_url() ) . '">' . esc_html__( 'All applications', 'maths-hubs' ) . '</a></p>';
	/* translators: 1: reference, 2: date and time, 3: school year. */
	echo '<p>' . esc_html( sprintf( __( '%1$s, received at %2$s, on the terms of %3$s.', 'maths-hubs' ), $row->reference, wp_date( 'H:i, j F Y', (int) strtotime( iso_time( $row->received_at ) ) ), $row->school_year ) ) . '</p>';
	if ( ! $row->noticed && '' !== options()['notify'] ) {
		echo '<div class="notice notice-warning inline"><p>' . esc_html__( 'The e-mail about this application could not be sent. The application itself is safe.', 'maths-hubs' ) . '</p></div>';
	}
	echo '<table class="widefat striped" style="max-width:50rem"><tbody>';
	foreach ( answers_in_words( $sent ) as $label => $answer ) {
		echo '<tr><th scope="row" style="width:40%">' . esc_html( $label ) . '</th><td>' . esc_html( $answer ) . '</td></tr>';
	}
	$agreed = null === $sent['agreement'] ? __( 'Nothing: this registers interest', 'maths-hubs' ) : implode( "\n", array_column( $sent['agreement']['commitments'], 'statement' ) );
	echo '<tr><th scope="row">' . esc_html__( 'What the headteacher agrees to', 'maths-hubs' ) . '</th><td>' . nl2br( esc_html( $agreed ) ) . '</td></tr></tbody></table>';
	inbox_form( $row->reference );
	echo '<label>' . esc_html__( 'State', 'maths-hubs' ) . ' <select name="mh_action">';
	options_of( states(), $row->state );
	echo '</select></label> <button class="button button-primary">' . esc_html__( 'Save state', 'maths-hubs' ) . '</button></form>';
	inbox_form( $row->reference );
	echo '<details><summary>' . esc_html__( 'Erase this application', 'maths-hubs' ) . '</summary><p>' . esc_html__( 'Everything the school wrote is erased from this site for good. Copies in backups and exports are yours to delete.', 'maths-hubs' ) . '</p>';
	echo '<input type="hidden" name="mh_action" value="erase"><button class="button button-link-delete">' . esc_html__( 'Erase for good', 'maths-hubs' ) . '</button></details></form>';
}
