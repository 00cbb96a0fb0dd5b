namespace Gilde.Web.Accounts;

/// <summary>The last step of every way in: whoever proved who they are goes on, unless their account is kept out; then they read why.</summary>
public sealed class EntranceCheck(GildeDb db, SignIn signIn, Entrance entrance)
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
        var reason = why == SignInOutcome.Suspended ? await db.Suspensions.Where(s => s.MemberId == accountId).Select(s => s.Reason).SingleOrDefaultAsync() : null;
        return Pages.Invalid<KeptOutPage>(new { Viewer = viewer, Why = why, Reason = reason });
    }
}
