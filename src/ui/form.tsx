import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { Period } from '../kernel/types.ts'
import { assetUrl } from './assets.ts'
import { HiddenKey, SentVersion } from './hidden-key.tsx'

/** What a form needs to be kept in the telephone and sent when the network is back. */
export const waitingKit = (page?: string) => ({ script: assetUrl('roll.js'), worker: assetUrl('roll-worker.js'), page })

export type FormProps = {
  action: string
  children: ComponentChildren
  /** The version of the thing being edited, to notice that someone else was faster. */
  version?: number
  /** Warn before typed text is lost. */
  guard?: boolean
  /**
   * Keeps a draft while the person types: the address of the form's own page, which takes the form and shows it again (the kit answers `_stay`
   * with that page). Needs a `<DraftState/>` inside.
   */
  autosave?: string
  /** Where the days of the form lie: one typed without a year then has it. */
  within?: Period | undefined
  /** The form carries files. */
  files?: boolean
  /** Send without the script: for downloads and whatever changes the whole page. */
  plain?: boolean
  /** The addresses of the scripts that keep what is filled in while there is no network (`ui/roll.tsx`); `page`: where the form stands, if not at its action. */
  roll?: { readonly script: string; readonly worker: string; readonly page?: string }
  class?: string
  label?: string
}

/** A form that changes something. The browser's own checks are off: ours say what to do, in the same words everywhere. */
export function Form({
  action,
  children,
  version,
  guard,
  autosave,
  files,
  plain,
  within,
  roll,
  class: className,
  label,
}: FormProps) {
  const sent = useContext(SentVersion)
  return (
    <form
      action={action}
      method="post"
      novalidate
      enctype={files ? 'multipart/form-data' : undefined}
      class={className}
      aria-label={label}
      data-guard={guard ? '' : undefined}
      data-autosave={autosave}
      data-plain={plain ? '' : undefined}
      data-script={roll?.script}
      data-worker={roll?.worker}
      data-page={roll?.page}
    >
      {roll && <div data-roll-said="" role="status" />}
      <HiddenKey />
      {version !== undefined && <input type="hidden" name="_version" value={sent ?? version} />}
      {within?.to && <input type="hidden" name="_within" value={`${within.from}/${within.to}`} />}
      {children}
    </form>
  )
}

/** Where the answer of the draft keeper is shown: «Сохранено в 14:32». */
export function DraftState({ text }: { text?: string }) {
  return (
    <span data-autosave-state="" role="status">
      {text}
    </span>
  )
}
