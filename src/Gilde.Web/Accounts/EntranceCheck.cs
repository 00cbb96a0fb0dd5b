using Gilde.Web.Moderation;

namespace Gilde.Web.Accounts;

/// <summary>The last step of every way in: whoever proved who they are goes on, unless their account is kept out; then they read why.</summary>
public sealed class EntranceCheck(GildeDb db, IClock clock, SignIn signIn, Entrance entrance)
{
    public async Task<IResult> LetIn(Viewer viewer, HttpContext http, Account account, AccountActivityKind how, string? next)
    {
        var state = await signIn.StateOf(account);
        if (state != SignInOutcome.Right) return await KeepOut(viewer, account.Id, state);
        await entrance.Open(http, account, how);
        return Pages.SeeOther(LocalPath.Of(next));
    }

    public async Task<IResult> KeepOut(Viewer viewer, long accountId, SignInOutcome why)
    {
        var suspension = why == SignInOutcome.Suspended ? await db.Suspensions.AsNoTracking().SingleOrDefaultAsync(s => s.MemberId == accountId) : null;
        return Pages.Invalid<KeptOutPage>(new { Viewer = viewer, Why = why, Suspension = suspension, Appeal = suspension is null ? null : await LinkToDecision(accountId) });
    }

    /// <summary>Whoever proved who they are reads the decision and appeals without the letter.</summary>
    private async Task<string?> LinkToDecision(long memberId)
    {
        if (await db.SuspensionDecision(memberId) is not { } decision) return null;
        var path = "/decisions/" + db.NewDecisionLink(clock, decision, reportId: null);
        await db.SaveChangesAsync();
        return path;
    }
}
