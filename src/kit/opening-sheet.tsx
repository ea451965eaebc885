import { Form } from '../ui/fields.ts'
import { Sheet, SubmitButton } from '../ui/frame.ts'
import { isWritten } from './form/fields.ts'
import { FormFields } from './form/view.tsx'
import type { Opening } from './opening.ts'
import type { ThingRequest } from './thing.ts'

type OpeningSheetProps<Held> = {
  // biome-ignore lint/suspicious/noExplicitAny: the sheet does not call the command.
  readonly of: Opening<Held, any>
  readonly held: Held
  readonly request: ThingRequest
}

/** The form that begins a case, for whoever may begin one here. */
export function OpeningSheet<Held>({ of, held, request: { ctx, form, params } }: OpeningSheetProps<Held>) {
  if (!of.offered(ctx, held)) return null
  return (
    <Sheet title={of.ask?.title}>
      <Form action={of.address(params)} guard={isWritten(of.form)}>
        <FormFields of={of.form} form={form} begins={of.begins(ctx, held)} />
        <SubmitButton>{of.ask?.button}</SubmitButton>
      </Form>
    </Sheet>
  )
}
