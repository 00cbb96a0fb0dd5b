using Gilde.Web.Mail;

namespace Gilde.Web.Introductions.Asking;

/// <summary>What the mails about an introduction say: to whose turn it is, to the requester once there is an answer, and the thanks. None for what is over again.</summary>
internal static class IntroductionLetters
{
    public static async Task<Letter?> Write(GildeDb db, Viewer viewer, long id, bool isThanks, Instant now, CancellationToken stop) =>
        await IntroductionView.Load(db, viewer, id, now, stop) is { } view ? Of(viewer, view, isThanks) : null;

    private static Letter? Of(Viewer viewer, IntroductionView view, bool isThanks)
    {
        var t = viewer.T;
        Letter Write(string subject, string link, params string[] before) => new(viewer.Language, "", subject) { Before = before, Link = new(link, IntroductionAddresses.One(view.Id)) };
        return view switch
        {
            { Thanks: { } thanks } when isThanks =>
                Write(t["{0} thanks you", view.Requester!.Name], t["See the introduction"], t["The introduction to {0} that you passed on has arrived. {1} writes:", view.TargetName, view.Requester.Name], t["“{0}”", thanks]),
            { Part: IntroductionPart.Holder } => Asks(t, view, Write),
            { Part: IntroductionPart.Requester, Reply: { } reply } =>
                Write(t["The introduction to {0} has arrived", view.TargetName], t["See the introduction"], [t["{0} would like to hear from you", reply.Name] + ": " + reply.Email, .. reply.Words.Length > 0 ? new[] { t["“{0}”", reply.Words] } : []]),
            { Part: IntroductionPart.Requester, State: IntroductionState.Arrived } =>
                Write(t["The introduction to {0} has arrived", view.TargetName], t["See the introduction"], t["{0} has accepted: you can talk to each other.", view.TargetName]),
            { Part: IntroductionPart.Requester, State: IntroductionState.Referred } =>
                Write(t["You may write to {0} directly", view.TargetName], t["See the introduction"], AskWords.Referred(t, view)),
            _ => null,
        };
    }

    private static Letter Asks(Texts t, IntroductionView view, Func<string, string, string[], Letter> write)
    {
        var subject = view.IsTarget ? t["{0} would like to get to know you", view.Requester!.Name] : t["{0} would like to reach {1}", view.Requester!.Name, view.TargetName];
        var from = view.Giver is { } giver ? t["{0} passes this on to you. {1} writes:", giver.Name, view.Requester.Name] : t["{0} writes:", view.Requester.Name];
        return write(subject, t["Answer"], [from, t["“{0}”", view.Wish], .. view.Added.Where(a => a.By is not null).Select(a => t["{0} adds:", a.By!] + " " + t["“{0}”", a.Words])]) with
        {
            After = [view.IsTarget ? t["You accept, or decline silently: nobody learns of it."] : t["You pass it on with words of your own, say that they may write directly, or decline silently: nobody learns of it."]],
        };
    }
}
