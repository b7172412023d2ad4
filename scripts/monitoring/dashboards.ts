import { services, type Service } from '../system/databases.ts'
import { dashboard, type Panel, type Row } from './grafana.ts'

/** The Grafana dashboards by their path from the root: the system, each service, the business. */
export function dashboards (): Map<string, string> {
  const all = [
    dashboard('system', 'System', systemRows),
    ...services.map(service => dashboard(service, `Service ${service}`, serviceRows(service))),
    dashboard('business', 'Business', businessRows)
  ]
  return new Map(all.map(({ uid, ...rest }) => [`ops/grafana/dashboards/${uid}.json`, `${JSON.stringify({ uid, ...rest }, null, 2)}\n`]))
}

const systemRows: Row[] = [
  {
    title: 'Services',
    panels: [
      { title: 'Instances that answer', unit: 'short', queries: [['sum by (job) (up)', '{{job}}']] },
      { title: 'Requests a second', unit: 'reqps', queries: [['service:http_requests:rate5m', '{{service}}']] },
      { title: 'Answers that are 5xx', unit: 'percentunit', queries: [['service:http_server_errors:ratio_rate5m', '{{service}}']] },
      { title: 'Slowest request in a hundred', unit: 's', queries: [['service:http_request_duration_seconds:p99_5m', '{{service}}']] },
      { title: 'Alerts that fire', unit: 'short', queries: [['count by (alertname) (ALERTS{alertstate="firing"})', '{{alertname}}']] },
      { title: 'Failures by code', unit: 'reqps', queries: [['sum by (code) (rate(http_failures_total[5m]))', '{{code}}']] }
    ]
  },
  {
    title: 'Between the services',
    panels: [
      { title: 'Circuit breakers (0 closed, 1 half-open, 2 open)', unit: 'short', queries: [['max by (service, target) (circuit_breaker_state)', '{{service}} → {{target}}']] },
      { title: 'Oldest event in the outbox', unit: 's', queries: [['max by (service) (outbox_oldest_seconds)', '{{service}}']] },
      { title: 'Messages in queues', unit: 'short', queries: [['max by (service, state) (event_queue_messages)', '{{service}} {{state}}']] },
      { title: 'Age of events when done, 95 of 100', unit: 's', queries: [['service:events_lag_seconds:p95_10m', '{{service}}']] }
    ]
  },
  {
    title: 'Resources',
    panels: [
      { title: 'CPU', unit: 'percentunit', queries: [['sum by (service) (rate(process_cpu_seconds_total[5m]))', '{{service}}']] },
      { title: 'Memory', unit: 'bytes', queries: [['sum by (service) (process_resident_memory_bytes)', '{{service}}']] },
      { title: 'Event loop lag, 99 of 100', unit: 's', queries: [['max by (service) (nodejs_eventloop_lag_p99_seconds)', '{{service}}']] },
      { title: 'Work that waits for the database', unit: 'short', queries: [['sum by (service) (database_pool_waiting)', '{{service}}']] },
      { title: 'Reads that the cache had', unit: 'percentunit', queries: [['service:cache_hits:ratio_rate5m', '{{service}}']] },
      { title: 'Requests under way', unit: 'short', queries: [['sum by (service) (http_requests_in_flight)', '{{service}}']] }
    ]
  }
]

function serviceRows (service: Service): Row[] {
  const of = (metric: string, labels = ''): string => `${metric}{service="${service}"${labels}}`
  const own: Partial<Record<Service, Panel[]>> = {
    users: [
      { title: 'Logins that fail', unit: 'reqps', queries: [[`sum by (code) (rate(${of('http_failures_total', ', code=~"auth.credentials_wrong|auth.locked"')}[5m]))`, '{{code}}']] },
      { title: 'Accounts locked within ten minutes', unit: 'short', queries: [[`sum(increase(${of('account_lockouts_total')}[10m]))`, 'accounts']] }
    ]
  }
  return [
    {
      title: 'Requests',
      panels: [
        { title: 'Requests a second by operation', unit: 'reqps', queries: [[of('service_operation:http_requests:rate5m'), '{{operation}}']] },
        { title: 'Requests a second by status', unit: 'reqps', queries: [[`sum by (status) (rate(${of('http_request_duration_seconds_count')}[5m]))`, '{{status}}']] },
        { title: 'Slowest request in a hundred by operation', unit: 's', queries: [[of('service_operation:http_request_duration_seconds:p99_5m'), '{{operation}}']] },
        { title: 'Failures by code', unit: 'reqps', queries: [[`sum by (code) (rate(${of('http_failures_total')}[5m]))`, '{{code}}']] },
        { title: 'Requests under way', unit: 'short', queries: [[of('http_requests_in_flight'), '{{instance}}']] },
        { title: 'Circuit breakers (0 closed, 1 half-open, 2 open)', unit: 'short', queries: [[`max by (target) (${of('circuit_breaker_state')})`, '{{target}}']] },
        ...own[service] ?? []
      ]
    },
    {
      title: 'Data',
      panels: [
        { title: 'Connections to the database', unit: 'short', queries: [[`sum by (state) (${of('database_pool_connections')})`, '{{state}}'], [`sum(${of('database_pool_size')})`, 'most'], [`sum(${of('database_pool_waiting')})`, 'waiting']] },
        { title: 'Waiting for a connection, 99 of 100', unit: 's', queries: [[`histogram_quantile(0.99, sum by (le) (rate(${of('database_pool_wait_seconds_bucket')}[5m])))`, 'seconds']] },
        { title: 'Reads of the cache', unit: 'reqps', queries: [[`sum by (kind, outcome) (rate(${of('cache_reads_total')}[5m]))`, '{{kind}} {{outcome}}']] },
        { title: 'Cached values in the process', unit: 'short', queries: [[of('cache_memory_values'), '{{instance}}']] },
        { title: 'Size of cached values in the process, in characters', unit: 'short', queries: [[of('cache_memory_characters'), '{{instance}}']] },
        { title: 'Sessions that could not be looked up', unit: 'reqps', queries: [[`sum by (missing) (rate(${of('unchecked_sessions_total')}[5m]))`, 'no {{missing}}']] }
      ]
    },
    {
      title: 'Events',
      panels: [
        { title: 'Events in the outbox', unit: 'short', queries: [[`max(${of('outbox_events')})`, 'events']] },
        { title: 'Oldest event in the outbox', unit: 's', queries: [[`max(${of('outbox_oldest_seconds')})`, 'seconds']] },
        { title: 'Events consumed', unit: 'reqps', queries: [[`sum by (type, outcome) (rate(${of('events_consumed_total')}[5m]))`, '{{type}} {{outcome}}']] },
        { title: 'Messages in queues', unit: 'short', queries: [[`max by (state) (${of('event_queue_messages')})`, '{{state}}']] }
      ]
    },
    {
      title: 'Process',
      panels: [
        { title: 'CPU', unit: 'percentunit', queries: [[`rate(${of('process_cpu_seconds_total')}[5m])`, '{{instance}}']] },
        { title: 'Heap', unit: 'bytes', queries: [[of('nodejs_heap_size_used_bytes'), '{{instance}} used'], [of('nodejs_heap_size_total_bytes'), '{{instance}} total']] },
        { title: 'Event loop lag, 99 of 100', unit: 's', queries: [[of('nodejs_eventloop_lag_p99_seconds'), '{{instance}}']] },
        { title: 'Garbage collection', unit: 'percentunit', queries: [[`sum by (kind) (rate(${of('nodejs_gc_duration_seconds_sum')}[5m]))`, '{{kind}}']] }
      ]
    }
  ]
}

const businessRows: Row[] = [
  {
    title: 'Bookings',
    panels: [
      { title: 'Bookings made in the last hour', unit: 'short', queries: [['sum(increase(booking_changes_total{action="created"}[1h]))', 'bookings']] },
      { title: 'Changes of bookings an hour', unit: 'short', queries: [['sum by (action) (increase(booking_changes_total[1h]))', '{{action}}']] },
      { title: 'Attempts that met a conflict', unit: 'percentunit', queries: [['bookings:conflicts:ratio_rate15m', 'conflicts']] },
      { title: 'Why bookings are refused', unit: 'reqps', queries: [['sum by (code) (rate(http_failures_total{service="bookings", code=~"booking.*"}[15m]))', '{{code}}']] }
    ]
  },
  {
    title: 'Rooms',
    panels: [
      { title: 'Rooms in use at this moment', unit: 'percentunit', queries: [['rooms:utilisation:ratio', 'utilisation']] },
      { title: 'Rooms', unit: 'short', queries: [['max(rooms_in_use)', 'in use'], ['max(rooms_bookable)', 'bookable']] },
      { title: 'Searches a minute', unit: 'short', queries: [['60 * sum by (operation) (service_operation:http_requests:rate5m{operation=~"searchAvailableRooms|suggestTimes|listRooms"})', '{{operation}}']] }
    ]
  },
  {
    title: 'People',
    panels: [
      { title: 'Logins a minute', unit: 'short', queries: [['60 * sum by (status) (rate(http_request_duration_seconds_count{service="users", operation="login"}[5m]))', '{{status}}']] },
      { title: 'Registrations an hour', unit: 'short', queries: [['sum(increase(http_request_duration_seconds_count{service="users", operation="registerUser", status="201"}[1h]))', 'accounts']] },
      { title: 'Reviews an hour', unit: 'short', queries: [['sum(increase(http_request_duration_seconds_count{service="reviews", operation="createReview", status="201"}[1h]))', 'written'], ['sum(increase(http_request_duration_seconds_count{service="reviews", operation="flagReview", status="201"}[1h]))', 'flagged']] }
    ]
  }
]
