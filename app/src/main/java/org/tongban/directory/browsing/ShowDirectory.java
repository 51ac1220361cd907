package org.tongban.directory.browsing;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.directory.Directory;
import org.tongban.web.Rendered;

/** Shows an administrator the directory. */
@Controller
class ShowDirectory {

    private final Directory directory;

    ShowDirectory(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/staff/directory")
    @Open(door = Door.STAFF, audit = "directory.shown", right = "administer")
    Rendered agencies() {
        return Rendered.of("directory/agencies", AgenciesPage.of(directory.current()));
    }

    @GetMapping("/staff/directory/regions")
    @Open(door = Door.STAFF, audit = "directory.regions-shown", right = "administer")
    Rendered regions(@RequestParam(defaultValue = "") String at) {
        return Rendered.of("directory/regions", RegionsPage.of(directory.current(), at));
    }

    @GetMapping("/staff/directory/people")
    @Open(door = Door.STAFF, audit = "directory.people-shown", right = "administer")
    Rendered people(@RequestParam(defaultValue = "") String query) {
        return Rendered.of("directory/people", PeoplePage.of(directory.current(), query));
    }
}
