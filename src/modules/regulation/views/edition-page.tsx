import type { Ctx } from '../../../authz/ctx.ts'
import { may } from '../../../authz/ctx.ts'
import { capital } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { DeedSheets } from '../../../kit/deed-sheets.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { walk } from '../../../regulation/clauses.ts'
import { entries, entryOf } from '../../../regulation/editor/entries.ts'
import { type Provision, provisionOf } from '../../../regulation/provisions/questions.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { ButtonLink, ErrorSummary, Notice, Sheet, Tools } from '../../../ui/frame.ts'
import { seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { dropEdition } from '../deeds/write.ts'
import { paths } from '../paths.ts'
import { type Approval, approvalBegun, type Beyond, beyondLimits, type Stays, staysUnder } from '../ports.ts'
import { regulationVersions } from '../queries.ts'
import { problemsByRule } from '../rules.ts'
import { EditorFrame, editionName } from './editor-frame.tsx'

/** The check of a draft: what is still missing before an order can approve it, and what else can be done with it. */
export const editionPage: ThingPage<OpenEdition> = async (opened, request) => {
  const { ctx, tx, form, conflict } = request
  const { one } = opened
  const at = { territory: ctx.territory.code, edition: one.id }
  if (one.state === 'approved') return seeOther(paths.regulation({ territory: at.territory }, { edition: one.id }))
  const problems = problemsByRule(opened)
  const [approval, beyond, stays, all] = await Promise.all([
    approvalBegun.only()(tx, ctx, one.id),
    beyondLimits.only()(tx, ctx, { regulation: opened.regulation, lineId: one.lineId }),
    Promise.all(staysUnder.parts().map((asked) => asked(tx, ctx, one.lineId))),
    regulationVersions(tx, ctx.territory.id),
  ])
  // The template of an order takes the newest draft.
  const versions = all.filter(({ line }) => line.id === one.lineId)
  const line = all.length > versions.length && versions[0] ? { line: versions[0].line.code } : {}
  const newest = versions.find(({ state }) => state === 'draft')?.version ?? one.version
  const amends = versions.some(({ state }) => state === 'approved')
  const body = (
    <EditorFrame
      ctx={ctx}
      opened={opened}
      current="check"
      title={editionName(one.version)}
      actions={
        amends && (
          <ButtonLink href={paths.editionComparison(at)} kind="secondary">
            Сравнить с действующей
          </ButtonLink>
        )
      }
    >
      <ErrorSummary outcome="Не сделано" form={form} />
      {conflict && <Notice tone="wait" title="Пока вы смотрели, проект изменили. Прочитайте его снова" live />}
      {one.state === 'dropped' ? (
        <Notice tone="wait" title="От этого проекта отказались">
          <p>Править и утвердить его нельзя. Текст можно скачать и начать по нему новую редакцию.</p>
        </Notice>
      ) : (
        <>
          <Readiness {...{ ctx, opened, problems, newest, amends, line, approval }} />
          <BeyondLimits territory={at.territory} beyond={beyond} />
          {amends && <StayingUnder stays={stays} />}
        </>
      )}
      <Sheet title="Что есть в проекте">
        <p>{nb(figuresOf(opened))}</p>
        <Tools
          tools={[
            {
              href: paths.regulation({ territory: at.territory }, { edition: one.id }),
              label: 'Открыть как Положение',
              icon: 'book',
            },
            { href: paths.editionFile(at), label: 'Скачать файлом для другой установки', icon: 'download' },
            ...(may(ctx, 'office.keep')
              ? [{ href: paths.offices({ territory: at.territory }), label: 'Органы и канцелярии', icon: 'doc' as const }]
              : []),
          ]}
        />
      </Sheet>
      <DeedSheets deeds={[dropEdition]} opened={opened} request={request} />
    </EditorFrame>
  )
  return { title: editionName(one.version), section: 'regulation', body }
}

/** Limits below what there is already: they hinder nobody from approving, and end nothing. */
function BeyondLimits({ territory, beyond }: { territory: string; beyond: readonly Beyond[] }) {
  if (beyond.length === 0) return null
  return (
    <Sheet title="Сейчас больше, чем разрешит эта редакция">
      <p>{nb('Статусы, которые уже есть, останутся; новых сверх числа дать будет нельзя.')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {beyond.map(({ text, basis, sites }) => (
          <li>
            {nb(`${capital(text.replace(', а станет ', ', а сейчас '))} (${basis.text}): `)}
            {sites.map(({ id, name }, index) => (
              <>
                {index > 0 && ', '}
                <TextLink href={paths.site({ territory, site: id })}>{name}</TextLink>
              </>
            ))}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** What goes on by the edition it has begun under, although this one comes into force. */
function StayingUnder({ stays }: { stays: readonly Stays[] }) {
  const there = stays.filter(({ count }) => count > 0)
  return (
    <Sheet title="Что останется при прежней редакции">
      <p>
        {nb(
          there.length === 0
            ? 'Ничего: начатых дел, приёмов и действующих статусов сейчас нет. Всё, что начнётся после вступления в силу, пойдёт по новой редакции.'
            : 'Начатое идёт по той редакции, при которой началось; по новой пойдёт то, что начнётся после её вступления в силу.',
        )}
      </p>
      {there.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {there.map(({ words, until, href }) => (
            <li>
              <TextLink href={href}>{words}</TextLink> — {nb(until)}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

/** Where something is put right: the form of its rule, the examples, or the text. */
function placeOf(key: string, at: { territory: string; edition: string }): string {
  if (key === 'examples') return paths.editionExamples(at)
  return entryOf(key) ? paths.editionRule({ ...at, rule: key }) : paths.editionText(at)
}

function figuresOf({ regulation }: OpenEdition): string {
  const clauses = [...walk(regulation.clauses)].length
  const states = entries.map(({ key, read }) => (read(regulation) === null ? provisionOf(regulation, key).state : 'said'))
  const count = (state: Provision['state']) => states.filter((one) => one === state).length
  const figures = [
    counted(clauses, 'пункт', 'пункта', 'пунктов'),
    `сказано о ${count('said')}`,
    ...(count('forbidden') > 0 ? [`запрещено ${count('forbidden')}`] : []),
    `молчит о ${count('silent')}`,
    counted(regulation.examples.length, 'пример', 'примера', 'примеров'),
  ]
  return `${figures.join(', ')}.`
}

type Ready = {
  ctx: Ctx
  opened: OpenEdition
  problems: ReadonlyMap<string, readonly string[]>
  newest: number
  amends: boolean
  /** The line, where the territory has several. */
  line: { readonly line?: string }
  /** The order that is to approve it, once it is begun. */
  approval: Approval | null
}
function Readiness({ ctx, opened, problems, newest, amends, line, approval }: Ready) {
  const at = { territory: ctx.territory.code, edition: opened.one.id }
  if (approval && problems.size === 0)
    return (
      <Sheet title={approval.awaitsSignature ? 'На подписи' : 'Утверждение готовится'}>
        <p>
          {nb(
            approval.awaitsSignature
              ? 'Пока документ об утверждении не подписан и не возвращён, проект не меняют.'
              : 'Документ об утверждении начат: допишите его и отправьте на подпись.',
          )}
        </p>
        <ButtonLink href={paths.order({ territory: at.territory, order: approval.orderId })}>Открыть документ</ButtonLink>
      </Sheet>
    )
  if (problems.size === 0)
    return (
      <Sheet title="Замечаний нет">
        <p>{nb('Проект можно утверждать. В силу он вступит, когда будет подписан документ об утверждении.')}</p>
        {newest !== opened.one.version && (
          <p>{nb(`Начата и редакция ${newest}: образец подставит её. Выберите в нём редакцию ${opened.one.version}.`)}</p>
        )}
        {may(ctx, 'order.draft') && (
          <ButtonLink href={paths.newOrder({ territory: at.territory }, { template: 'approveRegulation', ...line })}>
            Подготовить утверждение
          </ButtonLink>
        )}
        {may(ctx, 'order.draft') && amends && (
          <>
            <p class="pl-gap">
              {nb(
                'Изменены отдельные пункты? Документ «О внесении изменений» перечислит их по сравнению с действующей редакцией.',
              )}
            </p>
            <ButtonLink
              href={paths.newOrder({ territory: at.territory }, { template: 'amendRegulation', ...line })}
              kind="secondary"
            >
              Подготовить изменения пунктов
            </ButtonLink>
          </>
        )}
      </Sheet>
    )
  return (
    <Sheet title="Что мешает утвердить">
      <ul class="govuk-list govuk-list--bullet">
        {[...problems].flatMap(([key, texts]) =>
          texts.map((text) => (
            <li>{may(ctx, 'regulation.edit') ? <TextLink href={placeOf(key, at)}>{text}</TextLink> : nb(text)}</li>
          )),
        )}
      </ul>
    </Sheet>
  )
}
