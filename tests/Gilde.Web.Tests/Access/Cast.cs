using Gilde.Web.Accounts;
using Gilde.Web.Contacts;
using Gilde.Web.Accounts.Leaving;
using Gilde.Web.Conversations;
using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Moderation;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Notifications;
using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Access;

/// <summary>What somebody is to Anna, whose objects the matrix tries.</summary>
public enum Role { Anonymous, Stranger, Contact, Blocked, Moderator, Operator, Anna }

/// <summary>The people of the access matrix and what Anna has: a talk with her contact Ben, an open request from the stranger, a position, a card field.</summary>
public sealed class Cast
{
    private readonly Dictionary<Role, HttpClient> clients = [];

    public required TestMember Anna { get; init; }
    public required TestMember Ben { get; init; }
    public required TestMember Carl { get; init; }
    public required TestMember Dora { get; init; }
    public long Talk { get; private set; }
    public long Entry { get; private set; }
    public long Invitation { get; private set; }
    public long Export { get; private set; }
    public long Session { get; private set; }
    public long Group { get; private set; }
    public long Removed { get; private set; }
    public long Message { get; private set; }
    public long Request { get; private set; }
    public long Introduction { get; private set; }
    public long Position { get; private set; }
    public long CardField { get; private set; }
    /// <summary>For Anna's contacts alone.</summary>
    public long Post { get; private set; }
    public long Comment { get; private set; }
    public long Draft { get; private set; }
    /// <summary>The id of <see cref="Circle"/>.</summary>
    public long SecretGroup { get; private set; }
    /// <summary>About a post of Anna's that Ben reported.</summary>
    public long Decision { get; private set; }
    public long Report { get; private set; }
    public long Notification { get; private set; }
    /// <summary>Under which nobody else has said anything.</summary>
    public string QuietTag => $"leise{Anna.Id}";

    /// <summary>A secret group that Anna owns and Ben belongs to.</summary>
    public string Circle { get; private set; } = "";

    /// <summary>A file and a link of Anna's in it.</summary>
    public long File { get; private set; }
    public long Link { get; private set; }
    public long CirclePost { get; private set; }

    public HttpClient As(Role role) => clients[role];

    public static async Task<Cast> Assemble(GildeServer server)
    {
        var cast = new Cast
        {
            Anna = await server.Member("Anna Berger"),
            Ben = await server.Member("Ben Kontakt"),
            Carl = await server.Member("Carl Fremd"),
            Dora = await server.Member("Dora Gesperrt"),
        };
        var moderator = await server.Member("Mona Richter", role: MemberRole.Moderator);
        var boss = await server.Member("Olaf Betreiber", role: MemberRole.Operator);
        await server.Db(db => cast.Furnish(db, server));
        foreach (var (role, client) in new[]
                 {
                     (Role.Anonymous, server.Client()), (Role.Stranger, cast.Carl.Client), (Role.Contact, cast.Ben.Client), (Role.Blocked, cast.Dora.Client),
                     (Role.Moderator, moderator.Client), (Role.Operator, boss.Client), (Role.Anna, cast.Anna.Client),
                 }) cast.clients[role] = client;
        return cast;
    }

    private async Task Furnish(Gilde.Web.Data.GildeDb db, GildeServer server)
    {
        var now = server.Clock.GetCurrentInstant();
        db.AddRange(new Contact(Anna.Id, Ben.Id, now), new Contact(Ben.Id, Anna.Id, now), new Block { MemberId = Anna.Id, BlockedId = Dora.Id, At = now });
        var talk = new Conversation { DirectKey = Conversation.KeyFor(Anna.Id, Ben.Id), StartedById = Anna.Id, StartedAt = now, LastMessageAt = now };
        var request = new ContactRequest { FromId = Carl.Id, ToId = Anna.Id, Reason = "Wir trafen uns auf der wire.", At = now };
        var position = new Position { MemberId = Anna.Id, Title = "Ziehmeisterin", Firm = "Drahtwerk Altena" };
        var field = new CardField { MemberId = Anna.Id, Kind = CardFieldKind.Mobile, Value = "+49 171 5550199" };
        var removed = new RemovedEntry { MemberId = Anna.Id, Section = ProfileSection.Positions, Content = "{}", At = now };
        var entry = new AddressBookEntry { OwnerId = Anna.Id, Name = "Jürgen Großmann", SortName = "juergen grossmann", Emails = "juergen@example.org", AddedAt = now };
        var invitation = new MailLink { Purpose = LinkPurpose.Invitation, TokenHash = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), Email = "neu@example.org", InviterId = Anna.Id, SentAt = now, ExpiresAt = now + NodaTime.Duration.FromDays(7) };
        var export = new Export { AccountId = Anna.Id, AskedAt = now, ReadyAt = now, ExpiresAt = now + NodaTime.Duration.FromDays(7), File = "nothing.zip" };
        var introduction = Gilde.Web.Introductions.Asking.Introduction.Ask(Anna.Id, [Ben.Id, Carl.Id], Ben.Name, Carl.Name, "Ein Gespräch über Ziehsteine", now);
        db.AddRange(talk, request, introduction, position, field, removed, entry, invitation, export);
        await db.SaveChangesAsync();
        var message = new Message { ConversationId = talk.Id, SenderId = Anna.Id, Body = "Nur für Ben", SentAt = now };
        db.Add(message);
        await db.SaveChangesAsync();
        (talk.LastMessageId, talk.LastMessageAt) = (message.Id, now);
        db.AddRange(new Participant { ConversationId = talk.Id, MemberId = Anna.Id, JoinedAt = now, LastReadId = message.Id, LastMessageId = message.Id }, new Participant { ConversationId = talk.Id, MemberId = Ben.Id, JoinedAt = now, Unread = 1, LastMessageId = message.Id });
        var group = new Conversation { Title = "Arbeitskreis", StartedById = Anna.Id, StartedAt = now, LastMessageAt = now };
        db.Add(group);
        await db.SaveChangesAsync();
        var greeting = new Message { ConversationId = group.Id, SenderId = Anna.Id, Body = "Willkommen", SentAt = now };
        db.Add(greeting);
        await db.SaveChangesAsync();
        (group.LastMessageId, group.LastMessageAt) = (greeting.Id, now);
        db.AddRange(new Participant { ConversationId = group.Id, MemberId = Anna.Id, JoinedAt = now, LastMessageId = greeting.Id }, new Participant { ConversationId = group.Id, MemberId = Ben.Id, JoinedAt = now, LastMessageId = greeting.Id });
        await db.SaveChangesAsync();
        Circle = $"kreis-{Anna.Id}";
        var circle = new Gilde.Web.Groups.Group { Slug = Circle, Name = "Kreis der Ziehmeister", Kind = Gilde.Web.Groups.GroupKind.Secret, CreatedById = Anna.Id, CreatedAt = now, ActiveAt = now, Members = 2 };
        db.Add(circle);
        await db.SaveChangesAsync();
        db.AddRange(new Gilde.Web.Groups.GroupMember { GroupId = circle.Id, MemberId = Anna.Id, Role = Gilde.Web.Groups.GroupRole.Owner, JoinedAt = now }, new Gilde.Web.Groups.GroupMember { GroupId = circle.Id, MemberId = Ben.Id, JoinedAt = now });
        await db.SaveChangesAsync();
        SecretGroup = circle.Id;
        await FurnishTalk(db, now);
        var file = new Gilde.Web.Groups.Files.GroupFile { GroupId = circle.Id, Name = "Satzung.txt", Words = "satzung txt", ById = Anna.Id, Version = 1, ChangedAt = now };
        var link = new Gilde.Web.Groups.Links.GroupLink { GroupId = circle.Id, Title = "Normen", Address = "https://example.org/", Words = "normen", ById = Anna.Id, At = now };
        db.AddRange(file, link);
        await db.SaveChangesAsync();
        var stored = await new Gilde.Web.Groups.Files.GroupFileFolder(server.Settings).Keep(new MemoryStream("Satzung"u8.ToArray()), CancellationToken.None);
        db.Add(new Gilde.Web.Groups.Files.GroupFileVersion { FileId = file.Id, Version = 1, ById = Anna.Id, At = now, Size = stored!.Size, Sha256 = stored.Sha256, Path = stored.Path });
        await db.SaveChangesAsync();
        var said = new Post { AuthorId = Anna.Id, Text = "Im Kreis", Audience = PostAudience.Group, GroupId = circle.Id, PublishedAt = now };
        db.Add(said);
        await db.SaveChangesAsync();
        (File, Link, CirclePost) = (file.Id, link.Id, said.Id);
        Session = db.Sessions.Single(x => x.AccountId == Anna.Id).Id;
        (Entry, Invitation, Export) = (entry.Id, invitation.Id, export.Id);
        Introduction = introduction.Id;
        (Group, Removed) = (group.Id, removed.Id);
        var notification = new Notification { MemberId = Anna.Id, Kind = NotificationKind.ContactAsked, SubjectId = request.Id, At = now, OnPage = true };
        db.Add(notification);
        await db.SaveChangesAsync();
        db.Add(new NotificationActor { NotificationId = notification.Id, ActorId = Carl.Id, At = now });
        await db.SaveChangesAsync();
        Notification = notification.Id;
        (Talk, Message, Request, Position, CardField) = (talk.Id, message.Id, request.Id, position.Id, field.Id);
    }

    private async Task FurnishTalk(Gilde.Web.Data.GildeDb db, Instant now)
    {
        var post = new Post { AuthorId = Anna.Id, Text = "Nur für Kontakte", Audience = PostAudience.Contacts, PublishedAt = now };
        db.Add(post);
        await db.SaveChangesAsync();
        var tag = new Tag { Key = QuietTag, Name = QuietTag };
        db.Add(tag);
        await db.SaveChangesAsync();
        db.Add(new PostTag { PostId = post.Id, TagId = tag.Id, PublishedAt = now });
        var comment = new Comment { PostId = post.Id, AuthorId = Anna.Id, Text = "Unter Kontakten", At = now };
        var about = new Case { Kind = CaseKind.Post, ObjectId = post.Id, AuthorId = Anna.Id, OpenedAt = now, Reports = 1 };
        db.AddRange(comment, about);
        await db.SaveChangesAsync();
        var report = new Report { CaseId = about.Id, ReporterId = Ben.Id, Text = post.Text, Reason = ReportReason.Other, At = now };
        var decision = new Decision { CaseId = about.Id, At = now, Outcome = Outcome.Warned, Reference = "Regel 1", Facts = "Zu laut" };
        db.AddRange(report, decision);
        await db.SaveChangesAsync();
        about.DecisionId = decision.Id;
        await db.SaveChangesAsync();
        db.AddRange(new Poll { PostId = post.Id, ClosesAt = now + NodaTime.Duration.FromDays(1) }, new PollOption { PostId = post.Id, Text = "Ja" }, new PollOption { PostId = post.Id, Rank = 1, Text = "Nein" });
        await db.SaveChangesAsync();
        var draft = new PostDraft { AuthorId = Anna.Id, Text = "Noch nicht fertig", SavedAt = now };
        db.Add(draft);
        await db.SaveChangesAsync();
        (Post, Comment, Decision, Report, Draft) = (post.Id, comment.Id, decision.Id, report.Id, draft.Id);
    }
}
