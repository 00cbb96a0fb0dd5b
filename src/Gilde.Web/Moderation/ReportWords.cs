namespace Gilde.Web.Moderation;

internal static class ReportWords
{
    public static string Of(ReportReason reason, Texts t) => reason switch
    {
        ReportReason.Advertising => t["Unwanted advertising"],
        ReportReason.Insult => t["Insult or threat"],
        ReportReason.Fraud => t["Fraud or false identity"],
        ReportReason.Unlawful => t["Against the law"],
        ReportReason.Other => t["Something else"],
    };

    public static string Many(CaseKind kind, Texts t) => kind switch
    {
        CaseKind.Message => t["Messages"],
        CaseKind.Post => t["Posts"],
        CaseKind.Comment => t["Comments"],
        CaseKind.Group => t["Groups"],
        CaseKind.Member => t["Profiles"],
    };

    public static string Time(Viewer viewer, NodaTime.Instant at) => Conversations.MessageTimes.Full(viewer, at);
}
