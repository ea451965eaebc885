import type { ComponentChildren } from 'preact'

/** A short list with hairlines: people, materials, what is near. */
export function RowList({ rows, small }: { rows: readonly ComponentChildren[]; small?: boolean }) {
  return (
    <ul class={`pl-list${small ? ' pl-small' : ''}`}>
      {rows.map((row) => (
        <li>{row}</li>
      ))}
    </ul>
  )
}
