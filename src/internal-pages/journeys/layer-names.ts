/** Names of layers as headings say them. */
export function layerNames(locals: App.Locals): (layer: string) => string {
  return (layer) => {
    const name = locals.t(`runlight.layer.${layer}` as 'runlight.layer.api');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
