import { nb } from '../ui/content.ts'
import { Form, FormScope, type FoundRows, waitingKit } from '../ui/fields.ts'
import { ButtonGroup, ButtonLink, Details, Sheet, SubmitButton } from '../ui/frame.ts'
import type { Ask, Chosen, Movable, Offer } from './deed-types.ts'
import { filesOf, isNamed, isWritten, type Option } from './form/fields.ts'
import { FormFields } from './form/view.tsx'
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

/** A deed as it is offered in one place: with a choice already made, under another title. */
export const variant = <Open extends Movable>(
  deed: Offer<Open>,
  { chosen, ...as }: Ask<Open> & { chosen?: Chosen },
): Offer<Open> => ({
  ...deed,
  ask: { ...deed.ask, ...as },
  chosen: chosen ?? deed.chosen,
  offered: (ctx, opened) => deed.offered(ctx, opened, chosen ?? deed.chosen),
})

type DeedProps<Open> = Shown<Open> & {
  deed: Offer<Open>
  /** Rows to choose from, by field. */
  rows?: Readonly<Record<string, readonly Option[] | FoundRows>>
}

/** One deed as a sheet. */
export function DeedSheet<Open extends Movable>(props: DeedProps<Open>) {
  const { deed, opened, request } = props
  if (deed.ask?.folded)
    return (
      <Sheet>
        <DeedFold {...props} />
      </Sheet>
    )
  return (
    <Sheet title={titleOf(props)}>
      {deed.ask?.opens ? (
        <ButtonLink kind={deed.ask.kind} href={deed.address(request.ctx, opened, deed.chosen)}>
          {deed.ask.opens}
        </ButtonLink>
      ) : (
        <DeedForm {...props} />
      )}
    </Sheet>
  )
}

/** One deed that opens in place, also when its form was refused. */
export function DeedFold<Open extends Movable>(props: DeedProps<Open>) {
  return (
    <Details summary={titleOf(props) ?? ''} open={isRefused(props)}>
      <DeedForm {...props} />
    </Details>
  )
}

function titleOf<Open extends Movable>({ deed: { ask }, opened }: DeedProps<Open>) {
  return typeof ask?.title === 'function' ? ask.title(opened) : ask?.title
}

/** Forms of one page do not share their fields: each shows again only what was typed into it. */
const isRefused = <Open extends Movable>({ deed: { name, form: fields, chosen = {} }, request }: DeedProps<Open>) =>
  request.refused === name &&
  Object.entries(chosen).every(
    ([field, value]) => (isNamed(fields, field) ? request.params : request.form?.values)?.[field] === value,
  )

/** Several deeds of a page may ask for the same, and one deed of many rows does. */
const scopeOf = <Open extends Movable>({ name, chosen = {} }: Offer<Open>): string =>
  ['', name.slice(name.lastIndexOf('/') + 1), ...Object.values(chosen)].join('-').replaceAll(/[^\w-]+/g, '-')

/** The form of a deed alone, for a page that places it itself. */
export function DeedForm<Open extends Movable>(props: DeedProps<Open>) {
  const { opened, deed, rows } = props
  const { ctx, form } = props.request
  const { text, folded, button = '', kind, small, of, others = [], fields, waits } = deed.ask ?? {}
  const refused = isRefused(props) ? form : null
  return (
    <>
      {text && <p class={folded ? 'govuk-body' : 'govuk-body pl-small'}>{nb(text)}</p>}
      <Form
        action={deed.address(ctx, opened, deed.chosen)}
        version={deed.version(opened, deed.chosen)}
        guard={isWritten(deed.form) && !waits}
        files={filesOf(deed.form) !== null}
        roll={waits && waitingKit(waits({ ...opened, ctx }))}
      >
        {Object.entries(deed.chosen ?? {}).map(
          ([name, value]) => !isNamed(deed.form, name) && <input type="hidden" name={name} value={value} />,
        )}
        <FormScope.Provider value={refused ? '' : scopeOf(deed)}>
          {fields?.({ ...opened, ctx, form: refused }) ?? (
            <FormFields
              of={deed.form}
              form={refused}
              begins={deed.begins(ctx, opened)}
              hints={deed.hints(ctx, opened)}
              rows={rows}
            />
          )}
        </FormScope.Provider>
        {others.length === 0 ? (
          <SubmitButton {...{ kind, small, of }}>{button}</SubmitButton>
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
