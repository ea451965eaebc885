import type { ComponentChildren } from 'preact'
import type { Period } from '../kernel/types.ts'
import { Form, type FoundRows } from '../ui/fields.ts'
import { Sheet, SubmitButton } from '../ui/frame.ts'
import { isWritten, type Option } from './form/fields.ts'
import { FormFields } from './form/view.tsx'
import type { Opening } from './opening.ts'
import type { ThingRequest } from './thing.ts'

type OpeningSheetProps<Held> = {
  // biome-ignore lint/suspicious/noExplicitAny: the sheet does not call the command.
  readonly of: Opening<Held, any>
  readonly held: Held
  readonly request: ThingRequest
  /** Rows to choose from, by field. */
  readonly rows?: Readonly<Record<string, readonly Option[] | FoundRows>>
  /** Where its days lie. */
  readonly within?: Period
  /** Where it is not the first thing one would do. */
  readonly kind?: 'secondary'
  /** What is said before the fields. */
  readonly children?: ComponentChildren
}

/** The form that begins a case, for whoever may begin one here. */
export function OpeningSheet<Held>({
  of,
  held,
  request: { ctx, form, params },
  rows,
  within,
  kind,
  children,
}: OpeningSheetProps<Held>) {
  if (!of.offered(ctx, held)) return null
  return (
    <Sheet title={of.ask?.title}>
      {children}
      <Form action={of.address(params)} guard={isWritten(of.form)} within={within}>
        <FormFields of={of.form} form={form} begins={of.begins(ctx, held)} rows={rows} />
        <SubmitButton kind={kind}>{of.ask?.button}</SubmitButton>
      </Form>
    </Sheet>
  )
}
