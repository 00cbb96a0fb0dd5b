using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Setup;

public sealed record SetupForm
{
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? Network { get; init; }
    public string? Trade { get; init; }
    public string? Language { get; init; }
    public string? Color { get; init; }
    public string? OwnColor { get; init; }
    public string? Imprint { get; init; }
    public string? Signup { get; init; }
}

public enum SetupOutcome { Done, AlreadySetUp, Invalid }

public sealed record SetupResult(SetupOutcome Outcome, FieldErrors Errors, long OperatorId = 0);

/// <summary>First start: makes the network and its operator, who is in at once.</summary>
public sealed class SetUpNetwork(GildeDb db, IClock clock, TheNetwork network, Passwords passwords)
{
    public async Task<SetupResult> Execute(Viewer viewer, SetupForm form, Caller caller)
    {
        var (facts, errors) = NetworkFacts.Read(viewer.T, form);
        var name = RealName.Clean(form.Name);
        if (RealName.Problem(name, viewer.T) is { } wrongName) errors.Add("name", wrongName);
        errors.IsAddress(EmailAddress.TryParse(form.Email, out var email), viewer.T);
        if (NewPassword.Problem(form.Password, email, name, viewer.T) is { } weak) errors.Add("password", weak);
        if (errors.Any || email is null) return new(SetupOutcome.Invalid, errors);

        var hash = passwords.Hash(form.Password!);
        var id = await db.Alone(async () => await db.Networks.AnyAsync() ? 0 : await Create(facts, name, email, hash, caller));
        await network.Reload();
        return new(id == 0 ? SetupOutcome.AlreadySetUp : SetupOutcome.Done, errors, id);
    }

    private async Task<long> Create(NetworkFacts facts, string name, EmailAddress email, string passwordHash, Caller caller)
    {
        var now = clock.GetCurrentInstant();
        db.Add(new Network { Name = facts.Name, Trade = facts.Trade, Language = facts.Language, Color = facts.Color, Imprint = facts.Imprint, Signup = facts.Signup, CreatedAt = now, Version = 1 });
        var member = db.Add(new Member(name, await db.FreeHandle(name), facts.Language, now) { ActiveSince = now }).Entity;
        await db.SaveChangesAsync();
        var account = Account.New(member.Id, email, passwordHash, now);
        account.EmailConfirmed = true;
        db.Add(account);
        db.Add(new RoleGrant { MemberId = member.Id, Role = MemberRole.Operator, At = now });
        db.Note(clock, member.Id, AccountActivityKind.SignedUp, caller);
        db.Audit(clock, member.Id, AuditAction.NetworkSetUp, member.Id, facts.Name);
        db.Record(clock, EventKinds.MemberJoined, member.Id, member.Id);
        await db.SaveChangesAsync();
        return member.Id;
    }
}
