/** Ids of trees, nodes and choices: they stand in addresses and on command lines. Apart from the schemas, which no page loads. */
export const treeIdPattern = /^[a-z][a-z0-9-]*$/;
