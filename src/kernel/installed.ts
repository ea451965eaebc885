/** A table that modules fill when they are installed. Asked before that it throws, rather than answer as if there were nothing. */
export function installedTable<Table>(what: string): { install: (table: Table) => void; table: () => Table } {
  let installed: Table | null = null
  return {
    install(table) {
      installed = table
    },
    table() {
      if (installed === null) throw new Error(`${what} asked for before install() of src/kit/install.ts`)
      return installed
    },
  }
}
