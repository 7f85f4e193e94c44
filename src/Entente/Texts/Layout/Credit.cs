namespace Entente.Texts.Layout;

/// <summary>Who took a picture, as a line says it: <c>Photo : VNA/CVN</c>, <c>(Photo: VNA)</c>, <c>| Photo : QDND |</c>. Empty <paramref name="Agency"/>: no news agency.</summary>
internal sealed record Credit(int Start, int End, TextSpan Agency);
