import { ButtonGroup, SubmitButton } from '../ui/buttons.tsx'
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

type DeedProps<Open> = Shown<Open> & { deed: Offer<Open>; as?: Variant<Open> }

/** One deed as a sheet. */
export function DeedSheet<Open extends Movable>(props: DeedProps<Open>) {
  const { folded, title } = asked(props)
  return <Sheet title={folded ? undefined : title}>{folded ? <DeedFold {...props} /> : <DeedForm {...props} />}</Sheet>
}

/** One deed that opens in place, also when its form was refused. */
export function DeedFold<Open extends Movable>(props: DeedProps<Open>) {
  const { title = '', isRefused } = asked(props)
  return (
    <Details summary={title} open={isRefused}>
      <DeedForm {...props} />
    </Details>
  )
}

function asked<Open extends Movable>({ deed, as, opened, request }: DeedProps<Open>) {
  const ask: Variant<Open> = { ...deed.ask, ...as }
  const title = typeof ask.title === 'function' ? ask.title(opened) : ask.title
  return { ...ask, title, isRefused: request.refused === deed.name && isChosen(request, ask.chosen) }
}

/** Forms of one page do not share their fields: each shows again only what was typed into it. */
const isChosen = ({ form }: ThingRequest, chosen: Readonly<Record<string, string>> = {}) =>
  Object.entries(chosen).every(([name, value]) => form?.values[name] === value)

/** The form of a deed alone, for a page that places it itself. */
export function DeedForm<Open extends Movable>(props: DeedProps<Open>) {
  const { opened, deed } = props
  const { ctx, form } = props.request
  const { text, folded, chosen = {}, fields, button = '', kind, guard, others = [], isRefused } = asked(props)
  return (
    <>
      {text && <p class={folded ? 'govuk-body' : 'govuk-body pl-small'}>{nb(text)}</p>}
      <Form action={deed.address(ctx, opened)} version={opened.one.editVersion} guard={guard} files={deed.takesFiles}>
        {Object.entries(chosen).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields?.({ ...opened, ctx, form: isRefused ? form : null })}
        {others.length === 0 ? (
          <SubmitButton kind={kind}>{button}</SubmitButton>
        ) : (
          <ButtonGroup>
            <SubmitButton name="intent" value="save" kind={kind}>
              {button}
            </SubmitButton>
            {others.map((other) => (
              <SubmitButton name="intent" value={other.intent} kind="secondary">
                {other.button}
              </SubmitButton>
            ))}
          </ButtonGroup>
        )}
      </Form>
    </>
  )
}
