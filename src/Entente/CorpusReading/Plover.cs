using Entente.Agreements;
using Entente.Meetings;

namespace Entente.CorpusReading;

/// <summary>
/// Event types of PLOVER, after the manual of 2023: encounters are CONSULT; an agreement signed, established or meant is AGREE,
/// one being carried out is COOPERATE, one that a side asks for is REQUEST. A treaty that is merely cited has none.
/// </summary>
internal static class Plover
{
    public static string Of(Meeting meeting) => meeting.Status == MeetingStatus.Planned ? "AGREE" : "CONSULT";

    public static string Of(Agreement agreement) => agreement.Status switch
    {
        AgreementStatus.Signed or AgreementStatus.Established or AgreementStatus.Planned => "AGREE",
        AgreementStatus.InForce => "COOPERATE",
        AgreementStatus.Negotiating => "CONSULT",
        AgreementStatus.Proposed => "REQUEST",
        _ => "",
    };
}
