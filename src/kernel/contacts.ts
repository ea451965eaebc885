/** Whom people write to about their data and about the pages: data of the installation, null while its keepers have not said it. */
export type Contacts = {
  /** The organisation that keeps this installation and answers for the data in it. */
  readonly operator: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  /** Who answers for the handling of personal data there: post and name. */
  readonly responsible: string | null
}

/** Nothing has been said. */
export const noContacts: Contacts = { operator: null, address: null, phone: null, email: null, responsible: null }
