using System.CommandLine;
using Gilde.Web.Accounts;
using Gilde.Web.Accounts.Invitations;
using Gilde.Web.Admin;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;

namespace Gilde.Web.CommandLine;

/// <summary><c>gilde member invite|suspend|grant</c>: what the operator does to members, without a browser.</summary>
internal static class MemberCommand
{
    private static readonly Argument<string> Email = new("EMAIL") { Description = "Address of the person to invite" };
    private static readonly Option<string?> Sentence = new("--sentence") { Description = "A sentence of your own in the mail" };
    private static readonly Argument<string> Who = new("MEMBER") { Description = "Handle (anna-berger) or e-mail address" };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; the member is told" };
    private static readonly Option<bool> Lift = new("--lift") { Description = "Let the member in again" };
    private static readonly Argument<MemberRole> Role = new("ROLE") { Description = "moderator or operator" };
    private static readonly Option<bool> Revoke = new("--revoke") { Description = "Take the role away" };
    private static readonly Option<string?> Speaks = new Option<string?>("--language") { Description = "Language of the mail: de or en (default: the network's)" }.AcceptOnlyFromAmong("de", "en");

    public static Command Build()
    {
        var invite = new Command("invite", "Send somebody a link with which one person can join. The running server sends the mail.") { Email, Sentence, Speaks };
        invite.SetAction((parsed, stop) => Within(parsed, services => Invite(parsed, services, stop), stop));
        var suspend = new Command("suspend", "Keep a member out: signed out everywhere, invisible, told why. With --lift, let them in again.") { Who, Reason, Lift };
        suspend.SetAction((parsed, stop) => Within(parsed, services => Suspend(parsed, services, stop), stop));
        var grant = new Command("grant", "Make a member moderator or operator. With --revoke, take the role away.") { Who, Role, Revoke };
        grant.SetAction((parsed, stop) => Within(parsed, services => Grant(parsed, services, stop), stop));
        return new Command("member", "Invite, suspend, or give a role.") { invite, suspend, grant };
    }

    private static async Task<int> Invite(ParseResult parsed, IServiceProvider services, CancellationToken stop)
    {
        var network = services.GetRequiredService<TheNetwork>();
        if (!network.IsSetUp) return Fail("The network is not set up yet: open it in a browser first.");
        var address = parsed.GetValue(Email);
        var language = Languages.Parse(parsed.GetValue(Speaks)) ?? network.Language;
        return await services.GetRequiredService<InviteMember>().Execute(inviterId: null, Caller.CommandLine, address, parsed.GetValue(Sentence), language) switch
        {
            InviteOutcome.Sent => Say($"Invited {address}. The mail goes out as soon as the server runs."),
            InviteOutcome.InvalidAddress => Fail($"{address} is no e-mail address."),
            InviteOutcome.SentenceTooLong => Fail($"At most {InviteMember.MaxSentence} characters for --sentence."),
            InviteOutcome.OwnAddress or InviteOutcome.AlreadyInvited or InviteOutcome.EnoughForToday => Fail($"{address} cannot be invited now."),
        };
    }

    private static async Task<int> Suspend(ParseResult parsed, IServiceProvider services, CancellationToken stop)
    {
        var lift = parsed.GetValue(Lift);
        if (await Find(parsed, services, stop) is not { } member) return NoSuch(parsed);
        var outcome = lift
            ? await services.GetRequiredService<RestoreMember>().Execute(Actor.CommandLine, member.Id)
            : await services.GetRequiredService<SuspendMember>().Execute(Actor.CommandLine, member.Id, parsed.GetValue(Reason));
        return outcome switch
        {
            SuspendOutcome.Done => Say(lift ? $"{member.Name} is in again." : $"{member.Name} is suspended."),
            SuspendOutcome.AlreadyDone => Say(lift ? $"{member.Name} was not suspended." : $"{member.Name} was suspended already."),
            SuspendOutcome.ReasonMissing => Fail($"Please give a --reason of at most {SuspendMember.MaxReason} characters: the member is told why."),
            SuspendOutcome.LastOperator => OnlyOperator(member),
            SuspendOutcome.NotFound or SuspendOutcome.NotAllowed => Fail($"{member.Name} has no account and cannot be suspended."),
        };
    }

    private static async Task<int> Grant(ParseResult parsed, IServiceProvider services, CancellationToken stop)
    {
        if (await Find(parsed, services, stop) is not { } member) return NoSuch(parsed);
        var (role, revoke) = (parsed.GetValue(Role), parsed.GetValue(Revoke));
        var name = role.ToString().ToLowerInvariant();
        var outcome = revoke
            ? await services.GetRequiredService<RevokeRole>().Execute(Actor.CommandLine, member.Id, role)
            : await services.GetRequiredService<GrantRole>().Execute(Actor.CommandLine, member.Id, role);
        return outcome switch
        {
            RoleOutcome.Done => Say(revoke ? $"{member.Name} is no longer {name}." : $"{member.Name} is now {name}."),
            RoleOutcome.AlreadyDone => Say($"{member.Name} was {name} already."),
            RoleOutcome.NotFound => Fail(revoke ? $"{member.Name} is no {name}." : $"{member.Name} is not active and cannot be {name}."),
            RoleOutcome.LastOperator => OnlyOperator(member),
        };
    }

    /// <summary>Runs the same operations as the server, with the same parts, but serves nothing.</summary>
    private static async Task<int> Within(ParseResult parsed, Func<IServiceProvider, Task<int>> work, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        await using (var db = DataSetup.Open(settings)) await Commands.AssertCurrent(db, stop);
        await using var app = Server.Build(settings);
        await app.Services.GetRequiredService<TheNetwork>().Reload(stop);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static Task<Member?> Find(ParseResult parsed, IServiceProvider services, CancellationToken stop)
    {
        var named = parsed.GetValue(Who)!;
        var (handle, key) = (named.TrimStart('@').ToLowerInvariant(), named.ToUpperInvariant());
        var db = services.GetRequiredService<GildeDb>();
        return db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Handle == handle || db.Users.Any(a => a.Id == m.Id && a.NormalizedEmail == key), stop);
    }

    private static int OnlyOperator(Member member) => Fail($"{member.Name} is the only operator. Make somebody else operator first.");

    private static int NoSuch(ParseResult parsed) => Fail($"There is no member {parsed.GetValue(Who)}.");

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return 0;
    }

    private static int Fail(string text)
    {
        Console.Error.WriteLine(text);
        return 1;
    }
}
