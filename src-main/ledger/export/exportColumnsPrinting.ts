/** What the tables of printing, proofs and their corrections mean; see exportColumns.ts. */
export const printingTables = {
  print_run: {
    about: 'Print log: which file of letters was made when; rows are only ever added.',
    columns: {
      kind: 'ordinary or registered post',
      carrier: 'who carries registered letters, empty for ordinary post',
      is_duplex: '1 when made for printing on both sides',
      file_name: 'name of the file that was made',
      file_sha256: 'SHA-256 of that file',
      pages: 'pages of the file, empty backs too',
    },
  },
  print_run_message: {
    about: 'The letters in a print run.',
    columns: {
      print_run_id: 'row of print_run',
      position: 'place in the run, from 1',
      first_page: 'page of the file on which it begins, from 1',
      pages: 'pages of the letter with what is enclosed',
    },
  },
  proof: {
    about: 'Documents that prove a delivery or a sending. The files themselves lie in the folder proofs.',
    columns: {
      kind: 'what it proves: delivery, sending or other',
      name: 'name of the file as chosen',
      mime: 'kind of file',
      size: 'bytes',
      sha256: 'hash of its bytes',
      deflated: 'the file itself; in an export it lies in proofs, named by this row and its name',
      pages: 'rows of file with its pages as pictures, as JSON',
      is_enclosed: '1 when it goes along with later messages',
      added_at: 'instant',
      removed_at: 'instant at which a person took it away; empty while it counts',
    },
  },
  posting_correction: {
    about: 'Letters that were called posted and were not; rows are only ever added.',
    columns: {
      posted_on: 'the day that was wrong',
      posted_at: 'instant at which that was said',
      reason: 'why, in words',
    },
  },
} as const;
