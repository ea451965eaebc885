import { installedTable } from './installed.ts'

/**
 * Where modules above join in what a module below does. The one below declares the port and says what it asks; those above give their
 * parts as plugs; whoever puts the program together puts all plugs in once. So an arrow between modules never has to run back up.
 */
export type Port<Part> = {
  readonly name: string
  readonly plug: (part: Part) => Plug
  /** What has been plugged in, in the order of the modules. */
  readonly parts: () => readonly Part[]
  /** For a port that exactly one module fills. */
  readonly only: () => Part
}
export type Plug = { readonly port: string; readonly part: unknown }

const plugged = installedTable<ReadonlyMap<string, readonly unknown[]>>('plugs were')

/** Puts the plugs of all modules in. */
export function plugIn(plugs: readonly Plug[]): void {
  const byPort = Map.groupBy(plugs, (plug) => plug.port)
  plugged.install(new Map([...byPort].map(([name, own]) => [name, own.map(({ part }) => part)])))
}

export function port<Part>(name: string): Port<Part> {
  const parts = () => (plugged.table().get(name) ?? []) as readonly Part[]
  return {
    name,
    plug: (part) => ({ port: name, part }),
    parts,
    only: () => {
      const [part, ...more] = parts()
      if (part === undefined || more.length > 0) throw new Error(`${name} has to be filled by one module`)
      return part
    },
  }
}
