import { asId, newId } from '../../src/kernel/ids.ts'
import { ok, type Result } from '../../src/kernel/result.ts'
import type { ApplicationId, ProgrammeId, SiteId } from '../../src/kernel/types.ts'
import { startInApplication, startOnSite } from '../../src/modules/programmes/deeds/start.ts'
import type { Line, ProgrammeContent } from '../../src/modules/programmes/model.ts'
import { storedProgramme, writeVersion } from '../../src/modules/programmes/store.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { contingentOf } from '../../src/regulation/work/questions.ts'
import { inScope, type TestCtx } from '../factory.ts'
import { mustWork } from './plans.ts'

const lines = (...texts: string[]): Line[] => texts.map((text) => ({ id: newId(), text }))

/** A complete programme under a regulation: two topics, 36 hours in all, 8 of them at a distance and 6 of try-outs. */
export function aProgrammeContent(regulation: Regulation): ProgrammeContent {
  const form = (at: number) => regulation.forms.catalogue[at % regulation.forms.catalogue.length]!.code
  const session = (title: string, at: number, hours: number, remote = false) => ({
    id: newId(),
    form: form(at),
    title,
    hours,
    remote,
  })
  return {
    note: {
      relevance:
        'Четверть школ района три года подряд показывает низкие результаты.\nУчителям этих школ нужен опыт, проверенный рядом.',
      aim: 'Научить педагогов готовить уроки, на которых работает каждый ученик.',
      tasks: lines(
        'Показать приёмы взаимного обучения на открытых уроках',
        'Помочь каждому педагогу подготовить и провести свой урок',
      ),
      contingent: lines(...(regulation.trainees ? contingentOf(regulation) : ['педагоги'])),
      directions: lines('Взаимное обучение на уроке', 'Оценка, которая помогает учиться'),
    },
    topics: [
      {
        id: newId(),
        title: 'Взаимное обучение на уроке',
        declaredHours: 20,
        objectives: {
          teach: lines('проектировать урок с работой в парах сменного состава'),
          form: lines('понимание того, чем совместная работа отличается от работы рядом'),
          develop: lines('умение задавать вопросы вместо готовых ответов'),
        },
        sessions: [
          session('Как устроен урок взаимного обучения', 0, 6),
          session('Разбор записей уроков', 1, 4, true),
          session('Проектируем урок вместе', 2, 6),
        ],
        tryOuts: [
          {
            id: newId(),
            title: 'Фрагмент урока с работой в парах',
            assignment: 'Подготовьте и проведите 20 минут урока; сдайте план и запись.',
            hours: 4,
          },
        ],
        results: lines('понимание условий, при которых работают пары', 'умение составить карточки для взаимного обучения'),
      },
      {
        id: newId(),
        title: 'Оценка, которая помогает учиться',
        declaredHours: null,
        objectives: {
          teach: lines('составлять критерии вместе с учениками'),
          form: lines('навык давать отзыв, после которого понятно, что делать'),
          develop: lines('способность видеть продвижение каждого ученика'),
        },
        sessions: [
          session('Критерии вместо отметки', 0, 6),
          session('Отзыв на работу ученика', 1, 4, true),
          session('Урок с самооценкой', 3, 4),
        ],
        tryOuts: [
          {
            id: newId(),
            title: 'Лист самооценки',
            assignment: 'Составьте лист самооценки к своему уроку и опишите, как он сработал.',
            hours: 2,
          },
        ],
        results: lines('владение приёмами формирующей оценки', 'освоение разговора с учеником о его работе'),
      },
    ],
    resources: {
      people: lines('Учителя высшей категории: 4', 'Методист школы', 'Технический специалист'),
      material: lines('Два класса с подвижной мебелью', 'Видеокамера и компьютер для записи уроков'),
      teaching: lines('Сборник карточек для взаимного обучения', 'Записи 12 уроков с разбором'),
    },
    assessment: {
      external: {
        criteria: [
          { id: newId(), text: 'На уроке работает каждый ученик', indicator: 'в парах заняты не меньше 90 % класса' },
          { id: newId(), text: 'Отзыв помогает ученику', indicator: 'ученик называет свой следующий шаг' },
        ],
        procedure: 'Методист и учитель площадки смотрят урок стажёра и обсуждают его по листу наблюдения.',
        tools: 'Лист наблюдения, запись урока',
      },
      self: {
        criteria: [{ id: newId(), text: 'Я меняю урок по тому, как он идёт', indicator: 'в дневнике есть примеры' }],
        procedure: 'Стажёр заполняет лист самооценки до первой пробы и после последней.',
        tools: 'Лист самооценки, дневник стажёра',
      },
    },
  }
}

/** A programme with content, started by the person of the context for an application or a site. */
export async function aProgramme(
  ctx: TestCtx,
  given: { applicationId: ApplicationId } | { siteId: SiteId },
  more: { title?: string; content: ProgrammeContent },
): Promise<ProgrammeId> {
  const programmeId = mustWork(await startProgramme(ctx, { ...given, title: more.title ?? 'Урок для каждого' }))
  await inScope(ctx.db, ctx.territory.id, async (tx) => {
    const { one } = (await storedProgramme(tx, ctx, programmeId))!
    await writeVersion(tx, ctx, one, { content: more.content })
  })
  return programmeId
}

/** Begins a programme where it belongs. */
export async function startProgramme(
  ctx: TestCtx,
  given: ({ applicationId: ApplicationId } | { siteId: SiteId }) & { title: string },
): Promise<Result<ProgrammeId>> {
  const { title } = given
  const begun =
    'siteId' in given
      ? await startOnSite.run(ctx, { id: given.siteId, title })
      : await startInApplication.run(ctx, { id: given.applicationId, title })
  return begun.ok ? ok(asId<ProgrammeId>(begun.value)!) : begun
}
