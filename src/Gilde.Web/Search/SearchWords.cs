namespace Gilde.Web.Search;

internal static class SearchWords
{
    public static string Kind(Texts t, PhraseKind kind) => kind switch
    {
        PhraseKind.Skill => t["Skill"],
        PhraseKind.Offer => t["Offers"],
        PhraseKind.Title => t["Position"],
        PhraseKind.Firm => t["Firm"],
        PhraseKind.Place => t["Place"],
        PhraseKind.Credential => t["Credential"],
        PhraseKind.Education => t["Education"],
        PhraseKind.Former => t["Before"],
        PhraseKind.Interest => t["Interest"],
        PhraseKind.Seek => t["Seeks"],
        PhraseKind.Language => t["Language"],
    };

    public static string Reason(Texts t, Reason reason) => t["{0}: {1}", Kind(t, reason.Kind), reason.Text];
}
