import { Chain, Clause, type Column, nb, Pager, RowLink, Second, StateTag, SummaryList, Table } from '../../ui/content.ts'
import { Checkboxes, DateField, Filter, FilterOpener, FilterTags, SearchForm } from '../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Columns,
  Details,
  Inset,
  Notice,
  PageHead,
  SubmitButton,
  SubNavigation,
  Tools,
} from '../../ui/frame.ts'
import { TaskList } from '../../ui/tasks.tsx'
import { Sample } from './sample.tsx'

const clause = (number: string) => ({ number, href: `#clause-${number.replaceAll('.', '-')}` })
const taskGroups = [
  {
    title: 'Просрочено',
    late: true,
    tasks: [
      {
        what: 'Отметить, кто был на практикуме «Читаем график»',
        href: '#main',
        why: 'По явке считается динамика участников',
        clause: clause('6.1'),
        due: { date: '1 июня', rest: 'опоздание 2 дня' },
        who: 'Ждут 14 стажёров: без явки нет сертификата',
        action: 'Отметить',
      },
    ],
  },
  {
    title: 'К отчёту за год',
    tasks: [
      {
        what: 'Принять отчёт «Усть-Чебулинской ООШ»',
        href: '#main',
        why: 'Отчёт руководителя — ежегодно до 15 июня',
        clause: clause('4.3'),
        due: { date: '15 июня', rest: 'осталось 12 дней' },
        who: 'Ждёт Коротеева Т. Н., сдан 2 июня',
        action: 'Проверить',
      },
      { what: 'Указать срок поручения', href: '#main', why: 'В приказе № 33 срока нет', action: 'Указать' },
    ],
  },
]

type SiteRow = { name: string; theme: string; place: string; expires: boolean; until: string; order: string; pairs: number }
const sites: SiteRow[] = [
  {
    name: 'МБОУ «Верх-Чебулинская СОШ»',
    theme: 'Развитие школьной образовательной среды',
    place: 'Чебулинский округ',
    expires: false,
    until: '31.05.2022',
    order: '37-о',
    pairs: 4,
  },
  {
    name: 'МОУ «Средняя общеобразовательная школа № 6 им. Героя Советского Союза В. П. Грицкова»',
    theme: 'Сетевое наставничество: переход школ в эффективный режим развития',
    place: 'Лужский район',
    expires: true,
    until: '31.08.2023',
    order: '33',
    pairs: 12,
  },
]
const columns: Column<SiteRow>[] = [
  {
    title: 'Площадка и тема',
    cell: (row) => <RowLink href="#main" name={row.name} more={row.theme} />,
    sort: { href: '#main', now: 'ascending' },
  },
  { title: 'Территория', cell: (row) => row.place, sort: { href: '#main' } },
  {
    title: 'Состояние',
    cell: (row) => (
      <>
        {row.expires ? <StateTag tone="wait" word="Истекает" /> : <StateTag tone="ok" word="Действует" />}
        <Second>{`до ${row.until}`}</Second>
      </>
    ),
  },
  {
    title: 'Основание',
    cell: (row) => (
      <a class="govuk-link" href="#main">
        {nb(`Приказ № ${row.order}`)}
      </a>
    ),
  },
  { title: 'Пар наставников', short: 'Пары', numeric: true, cell: (row) => row.pairs },
  {
    title: 'Действия',
    quiet: true,
    cell: () => (
      <SubmitButton kind="secondary" small>
        Записаться
      </SubmitButton>
    ),
  },
]

export function ListSamples() {
  return (
    <>
      <Sample name="Голова страницы">
        <Breadcrumbs
          links={[
            { href: '#main', label: 'Площадки' },
            { href: '#main', label: 'Лужский район' },
          ]}
        />
        <PageHead
          title="МОУ «Средняя общеобразовательная школа № 3»"
          kicker="Стажировочная площадка"
          more="Сетевое наставничество: переход школ в эффективный режим развития"
          line={[
            <StateTag tone="ok" word="Действует" />,
            'по 31 августа 2023 г.',
            <a class="govuk-link" href="#main">
              Приказ № 33, п. 1
            </a>,
          ]}
          tools={[
            { href: '#main', label: 'Печать', icon: 'print' },
            { href: '#main', label: 'Выгрузить', icon: 'download' },
            { href: '#main', label: 'Сравнить с редакцией 3' },
          ]}
        />
        <PageHead title="Приказы" actions={<ButtonLink href="#main">Подготовить приказ</ButtonLink>} />
        <SubNavigation
          label="О площадке"
          links={[
            { href: '#main', label: 'Обзор', current: true },
            { href: '#main', label: 'План' },
            { href: '#main', label: 'Люди' },
            { href: '#main', label: 'Отчёт' },
            { href: '#main', label: 'История' },
          ]}
        />
      </Sample>
      <Sample name="Состояния и основания">
        <p class="pl-line">
          <StateTag tone="ok" word="Действует" />
          <StateTag tone="wait" word="Ждёт подписи" icon="draft" />
          <StateTag tone="wait" word="Нет отметки" />
          <StateTag tone="calm" word="Впереди" />
          <StateTag tone="calm" word="Прекращён" icon="end" />
          <StateTag tone="now" word="14 из 20 записались" icon="person" />
          <Clause number="3.3" href="#main" />
          <Clause number="3.3, 4.1" href="#main" />
          <Clause number="2.2" of="Положения" />
        </p>
      </Sample>
      <Sample name="Известия">
        <Notice tone="ok" title="Приказ подписан под № 33">
          <p>Ушло 14 уведомлений.</p>
        </Notice>
        <Notice tone="wait" title="Статус закончится через 42 дня">
          <p>
            <a class="govuk-link" href="#main">
              Подготовить приказ о продлении
            </a>
          </p>
        </Notice>
        <Notice tone="late" title="План не согласован в срок" />
        <Notice title="С 1 сентября действует новая редакция Положения" />
        <Inset>Подписанный приказ не правят: его отменяет другой приказ.</Inset>
        <Details summary="Что это значит">
          <p class="govuk-body">Отменённый приказ остаётся в реестре с пометкой.</p>
        </Details>
      </Sample>
      <Sample name="Дела">
        <TaskList groups={taskGroups} />
      </Sample>
      <Sample name="Реестр с отбором">
        <Columns kind="left">
          <Filter action="" keep={{ sort: 'name' }}>
            <DateField name="on" label="На дату" hint="Покажем площадки, действующие в этот день" initial="01.09.2021" />
            <Checkboxes
              name="kind[]"
              label="Организация"
              initial={['school']}
              choices={[
                { value: 'school', label: 'Школа', more: 31 },
                { value: 'kindergarten', label: 'Детский сад', more: 6 },
              ]}
            />
          </Filter>
          <section id="results" aria-label="Найденное">
            <SearchForm id="q-sample" action="#main" label="Школа, тема или город" />
            <div class="pl-bar">
              <h3 class="govuk-heading-m">31 площадка на 1 сентября 2021 г.</h3>
              <FilterOpener chosen={2} />
              <Tools tools={[{ href: '#main', label: 'Выгрузить', icon: 'download' }]} />
            </div>
            <FilterTags
              tags={[
                { label: 'на 01.09.2021', without: '#main' },
                { label: 'школа', without: '#main' },
              ]}
            />
            <div class="pl-sheet pl-sheet--flush pl-gap">
              <Table caption="Площадки на 1 сентября 2021 г." columns={columns} rows={sites} />
            </div>
            <div class="pl-bar">
              <Pager label="Страницы реестра" page={4} pages={9} href={(page) => `#page-${page}`} />
              <p class="pl-small pl-quiet">Показаны 61–80 из 172</p>
            </div>
          </section>
        </Columns>
      </Sample>
      <Sample name="Ход согласования">
        <Chain
          label="Ход согласования"
          steps={[
            { title: 'Составил руководитель', more: 'Снигур Н. А., 12 апреля', state: 'done' },
            { title: 'Согласует ИМЦ', more: 'Наумова Т. Я., 5 дней, п. 3.2.1', state: 'now' },
            { title: 'Вступит в силу', more: 'редакция 3 действует до этого дня', state: 'next' },
          ]}
        />
      </Sample>
      <Sample name="Сведения">
        <SummaryList
          rows={[
            { key: 'Кому', value: 'Руководителям, учителям-предметникам, педагогам-психологам' },
            {
              key: 'Почта',
              value: 'shkola@primer.ru',
              action: (
                <a class="govuk-link" href="#main">
                  Изменить<span class="govuk-visually-hidden"> почту</span>
                </a>
              ),
            },
          ]}
        />
      </Sample>
    </>
  )
}
