import type { ComponentChildren } from 'preact'

/** A share as a bar; the number stands beside it in words. */
export function Meter({ share }: { share: number }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <svg class="pl-meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width="100" height="8" rx="2" />
      <rect class="pl-meter__on" width={width} height="8" rx="2" />
    </svg>
  )
}

/** A name with its figure on one line, and a bar under it: «Мероприятия — 24 из 31». */
export function Measure({ name, figure, share }: { name: ComponentChildren; figure: ComponentChildren; share?: number }) {
  return (
    <>
      <p class="pl-pair">
        <span>{name}</span>
        <span class="pl-num">{figure}</span>
      </p>
      {share !== undefined && <Meter share={share} />}
    </>
  )
}
