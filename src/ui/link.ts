/** A link as data: where it leads and what it says. `current` marks where the person is. */
export type LinkItem = { readonly href: string; readonly label: string; readonly current?: boolean }
