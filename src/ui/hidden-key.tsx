import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The idempotency key of the page's forms; the layout provides it, so that no form has to be handed one. */
export const FormKey = createContext('')

/** Makes a second press of the button the same act. */
export function HiddenKey({ value }: { value?: string }) {
  const provided = useContext(FormKey)
  const key = value ?? provided
  return key === '' ? null : <input type="hidden" name="_key" value={key} />
}

/**
 * The version a person was editing when the form was refused (422). Shown again, the form keeps it: the newer version of someone else must not
 * slip in unseen between two tries.
 */
export const SentVersion = createContext<number | null>(null)
