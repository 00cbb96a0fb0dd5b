namespace Gilde.Web.Admin;

/// <summary>The kinds of work in the queue in words.</summary>
public static class JobWords
{
    public static string Of(string kind, Texts t) => kind switch
    {
        "mail" => t["Mail"],
        EndSuspension.JobKind => t["End of a suspension"],
        "message.unread" => t["Mail about unread messages"],
        "notification.mail" => t["Mail about a notification"],
        "digests" => t["Summaries by mail"],
        "invitation" => t["Mail to somebody invited"],
        "introduction-letter" => t["Mail to somebody outside"],
        "sign-up" => t["New account"],
        "recovery" => t["Link for a new password"],
        "address-change" => t["Change of an e-mail address"],
        "export" => t["Copy of one’s own data"],
        "import.forget" => t["Discarding an import"],
        "post.preview" => t["Look at the page behind a link"],
        "post.publish" => t["Post planned for a time"],
        "poll.close" => t["End of a poll"],
        "picture.erase" => t["Deletion of a picture"],
        "erasures" => t["Erasure of accounts"],
        "introductions.expire" => t["Closing expired introductions"],
        "search.rebuild" => t["Building the search index"],
        "ties.rebuild" => t["Working out closeness"],
        "clean-up" => t["Nightly clean-up"],
        _ => kind,
    };
}
