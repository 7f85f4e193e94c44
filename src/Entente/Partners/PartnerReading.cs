namespace Entente.Partners;

/// <summary>Every state and body named in an article, in order of the text, and what the article is about.</summary>
/// <param name="Mentions">Mentions of partners, captions included; the sentence tells where one stands.</param>
/// <param name="Home">Mentions of the home country.</param>
/// <param name="Partners">Codes of the partners of the article proper, in order of first mention.</param>
/// <param name="MainPartners">Codes of those that the article is about, most central first.</param>
internal sealed record PartnerReading(
    List<PartnerMention> Mentions,
    List<HomeMention> Home,
    List<string> Partners,
    List<string> MainPartners)
{
    /// <summary>A partner is no state.</summary>
    public bool IsBody(string code) => Mentions.Exists(m => m.Code == code && m.Kind == MentionKind.Body);
}
