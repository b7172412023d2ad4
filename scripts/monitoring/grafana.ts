/** A graph: what it shows in which unit of Grafana, each query with the legend of its lines. */
export interface Panel { title: string, unit: string, queries: ReadonlyArray<readonly [expression: string, legend: string]> }

export interface Row { title: string, panels: Panel[] }

const columns = 3
const width = 24 / columns
const height = 8
const datasource = { type: 'prometheus', uid: 'prometheus' }

/** A dashboard as Grafana provisions it, its panels in rows from left to right. */
export function dashboard (uid: string, title: string, rows: readonly Row[]) {
  let y = 0
  const panels = rows.flatMap(row => {
    const header = { type: 'row', title: row.title, collapsed: false, gridPos: { x: 0, y, w: 24, h: 1 }, panels: [] }
    const graphs = row.panels.map((panel, index) => graph(panel, { x: index % columns * width, y: y + 1 + Math.floor(index / columns) * height }))
    y += 1 + Math.ceil(row.panels.length / columns) * height
    return [header, ...graphs]
  })
  return {
    uid,
    title,
    tags: ['smart-meeting-room'],
    timezone: 'browser',
    schemaVersion: 39,
    version: 1,
    editable: false,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    links: [{ type: 'dashboards', title: 'More', tags: ['smart-meeting-room'], asDropdown: true }],
    panels: panels.map((panel, index) => ({ id: index + 1, ...panel }))
  }
}

function graph ({ title, unit, queries }: Panel, { x, y }: { x: number, y: number }) {
  return {
    type: 'timeseries',
    title,
    datasource,
    gridPos: { x, y, w: width, h: height },
    fieldConfig: { defaults: { unit, min: 0, custom: { fillOpacity: 10, showPoints: 'never' } }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
    targets: queries.map(([expr, legendFormat], index) => ({ refId: String.fromCharCode(65 + index), datasource, expr, legendFormat }))
  }
}
