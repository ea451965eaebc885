import type { ComponentChildren } from 'preact'
import { SubmitButton } from '../ui/buttons.tsx'
import { Details } from '../ui/details.tsx'
import { Form } from '../ui/form.tsx'
import { nb } from '../ui/nb.ts'
import { Sheet } from '../ui/sheet.tsx'
import type { Ask, Movable, Offer } from './deed-types.ts'
import type { ThingRequest } from './thing.ts'

type Shown<Open> = { readonly opened: Open; readonly request: ThingRequest }

/** Everything this person may do with the thing in its state, in the order of the list. */
export function DeedSheets<Open extends Movable>({ deeds, ...shown }: Shown<Open> & { deeds: readonly Offer<Open>[] }) {
  const offered = deeds.filter((deed) => deed.offered(shown.request.ctx, shown.opened))
  return (
    <>
      {offered.map((deed) => (
        <DeedSheet {...shown} deed={deed} />
      ))}
    </>
  )
}

/** What is different in one place: another title, a choice already made. */
type Variant<Open> = Partial<Ask<Open>> & { readonly chosen?: Readonly<Record<string, string>> }

/** One deed as a sheet, or as a fold in one that opens when its form was refused. */
export function DeedSheet<Open extends Movable>({
  deed,
  as = {},
  ...shown
}: Shown<Open> & { deed: Offer<Open>; as?: Variant<Open> }) {
  const ask: Variant<Open> = { ...deed.ask, ...as }
  const isRefused = shown.request.refused === deed.name && isChosen(shown.request, ask.chosen)
  const title = typeof ask.title === 'function' ? ask.title(shown.opened) : ask.title
  const body = (
    <>
      {ask.text && <p class={ask.folded ? 'govuk-body' : 'govuk-body pl-small'}>{nb(ask.text)}</p>}
      <DeedForm {...shown} deed={deed} ask={ask} isRefused={isRefused} />
    </>
  )
  if (!ask.folded) return <Sheet title={title}>{body}</Sheet>
  return (
    <Sheet>
      <Details summary={title ?? ''} open={isRefused}>
        {body}
      </Details>
    </Sheet>
  )
}

/** Forms of one page do not share their fields: each shows again only what was typed into it. */
const isChosen = ({ form }: ThingRequest, chosen: Readonly<Record<string, string>> = {}) =>
  Object.entries(chosen).every(([name, value]) => form?.values[name] === value)

type DeedFormProps<Open> = Shown<Open> & { deed: Offer<Open>; ask: Variant<Open>; isRefused: boolean }

function DeedForm<Open extends Movable>({ opened, request, deed, ask, isRefused }: DeedFormProps<Open>) {
  const { ctx, form } = request
  const fields: ComponentChildren = ask.fields?.({ ...opened, ctx, form: isRefused ? form : null })
  return (
    <Form action={deed.address(ctx, opened)} version={opened.one.editVersion} guard={ask.guard} files={deed.takesFiles}>
      {Object.entries(ask.chosen ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields}
      <SubmitButton kind={ask.kind}>{ask.button ?? ''}</SubmitButton>
    </Form>
  )
}
