/** Which way imports run: generated → contract → plugins → repository and domain → handlers → app → main. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'A cycle has no beginning to read it from.', from: {}, to: { circular: true } },
    { name: 'services-stay-apart', severity: 'error', comment: 'A service calls another only through the client generated from its contract.', from: { path: '^services/([^/]+)/' }, to: { path: '^services/', pathNot: '^services/$1/' } },
    { name: 'shared-knows-no-service', severity: 'error', comment: 'What is shared must not depend on who shares it.', from: { path: '^shared/' }, to: { path: '^services/' } },
    { name: 'domain-is-pure', severity: 'error', comment: 'Rules do no I/O: they import rules, the error catalogue and contract types.', from: { path: '^(services/[^/]+|shared)/domain/' }, to: { pathNot: ['^(services/[^/]+|shared)/domain/', '^shared/errors\\.ts$', '^shared/contract/(contract|generated/.*)\\.ts$', '^node_modules/(temporal-polyfill|@sinclair/typebox|@zxcvbn-ts)'] } },
    { name: 'generated-stands-alone', severity: 'error', comment: 'Generated code knows only itself and what a contract is.', from: { path: '^shared/contract/generated/' }, to: { path: '^(shared|services)/', pathNot: '^shared/contract/(generated/|contract\\.ts$)' } },
    { name: 'contract-below-plugins', severity: 'error', comment: 'Plugins build on the contract runtime, not the other way round.', from: { path: '^shared/contract/' }, to: { path: '^shared/plugins/' } },
    { name: 'repository-below-handlers', severity: 'error', comment: 'SQL does not know who asks for it.', from: { path: '^services/[^/]+/repository' }, to: { path: '^services/[^/]+/(handlers|app|main|consumers|jobs)' } },
    { name: 'nothing-needs-tests-or-scripts', severity: 'error', comment: 'What runs in production imports neither tests nor scripts.', from: { path: '^(services|shared)/' }, to: { path: '^(test|scripts)/' } },
    { name: 'no-undeclared-dependencies', severity: 'error', comment: 'What is imported is declared; production code needs no development dependency.', from: { path: '^(services|shared)/' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } }
  ],
  options: { tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, exclude: { path: '^test/system/sdk/' }, enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] } }
}
